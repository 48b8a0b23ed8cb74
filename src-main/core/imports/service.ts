import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Mapping, ReadingOptions } from '#shared/calendar/types.ts';
import type { ImportChoices } from '#shared/contract/contract.ts';
import type { ImportPlanView, ImportView } from '#shared/contract/views.ts';
import { OrganizerError } from '#shared/errors.ts';
import { isTimeZone } from '#shared/time/zoned.ts';
import { readCatalog } from '../catalog/catalog.ts';
import { write } from '../db/database.ts';
import { sha256 } from '../hash.ts';
import type { EnqueueParts } from '../outbox/queue/freeze.ts';
import { applyPlan, type ImportFile } from './apply.ts';
import { viewImport } from './history.ts';
import { keepKnownClassifications } from './known-classifications.ts';
import { planImport } from './plan.ts';
import { readCalendarFile } from './read/read-calendar.ts';

/** A plan keeps its rows in memory until it is applied; older ones are forgotten. */
const PLANS_KEPT = 3;

/** Rows of the plan that a preview shows; the counts speak of all. */
const PREVIEW_ROWS = 500;

/** Largest calendar that is read, in bytes. */
const LARGEST_FILE_BYTES = 200 * 1024 * 1024;

type KeptPlan = { file: ImportFile; rows: ReturnType<typeof readRows>['rows'] };

/**
 * Plans imports and applies them. A plan is a promise of what happens, so it is computed anew when it is applied.
 * @param learnCatalog tries to read channels and classifications when they were never read; must not fail
 */
export function createImports(parts: EnqueueParts, defaultTimeZone: string, learnCatalog: () => Promise<void>) {
  const plans = new Map<string, KeptPlan>();

  return {
    async plan(filePath: string, choices: ImportChoices & { mapping?: Mapping | undefined }): Promise<ImportPlanView> {
      const bytes = await readBytes(filePath);
      const name = basename(filePath);
      const options = toOptions(choices, defaultTimeZone);
      const { reading, rows: found } = readRows(bytes, name, options);
      await learnCatalog();
      const { rows, issues } = keepKnownClassifications(
        found,
        readCatalog(parts.db).classifications,
        options.classification,
      );
      const headerSignature = sha256(
        reading.columns.map((column) => column.header.trim().toLowerCase()).join('\u001f'),
      ).slice(0, 16);
      const plan = planImport(parts.db, rows, headerSignature);
      const planId = parts.random.uuid();
      plans.set(planId, { file: { name, sha256: sha256(bytes), headerSignature }, rows });
      for (const old of [...plans.keys()].slice(0, -PLANS_KEPT)) plans.delete(old);
      return {
        planId,
        fileName: name,
        encoding: reading.encoding,
        delimiter: reading.delimiter,
        dateOrder: reading.dateOrder,
        dateOrderReason: reading.dateOrderReason,
        timeZone: options.timeZone,
        columns: reading.columns.map(({ header, role, reason }) => ({ header, role, reason })),
        counts: plan.counts,
        issues: [...reading.issues, ...issues, ...plan.issues],
        preview: plan.steps.slice(0, PREVIEW_ROWS).map((step) => step.view),
      };
    },

    apply(planId: string, nowMs: number): ImportView {
      const kept = plans.get(planId);
      if (kept === undefined)
        throw new OrganizerError('not_found', 'This import plan is no longer there. Choose the file again.');
      const importId = write(parts.db, () =>
        applyPlan(parts, kept.file, planImport(parts.db, kept.rows, kept.file.headerSignature), nowMs),
      );
      plans.delete(planId);
      return viewImport(parts.db, importId);
    },
  };
}

function readRows(bytes: Uint8Array, name: string, options: ReadingOptions) {
  const { reading, rows } = readCalendarFile(bytes, name, options);
  return { reading, rows: [...rows] };
}

async function readBytes(filePath: string): Promise<Uint8Array> {
  try {
    const bytes = await readFile(filePath);
    if (bytes.byteLength > LARGEST_FILE_BYTES)
      throw new OrganizerError('unreadable_input', `${filePath} is larger than 200 MB. Split it and import the parts.`);
    return bytes;
  } catch (cause) {
    if (cause instanceof OrganizerError) throw cause;
    const missing = (cause as { code?: unknown }).code === 'ENOENT';
    const message = missing
      ? `There is no file ${filePath}. Check the name and the folder.`
      : `${filePath} cannot be read. Check that it is a file and that you may open it.`;
    throw new OrganizerError('unreadable_input', message, { cause });
  }
}

function toOptions(
  choices: ImportChoices & { mapping?: Mapping | undefined },
  defaultTimeZone: string,
): ReadingOptions {
  const timeZone = choices.timeZone ?? choices.mapping?.timeZone ?? defaultTimeZone;
  if (!isTimeZone(timeZone))
    throw new OrganizerError(
      'usage',
      `“${timeZone}” is not a time zone name. Use one such as Europe/Berlin or America/New_York.`,
    );
  return {
    timeZone,
    ...(choices.channelId !== undefined && { channelId: choices.channelId }),
    ...(choices.placeId !== undefined && { placeId: choices.placeId }),
    ...(choices.placeName !== undefined && { placeName: choices.placeName }),
    ...(choices.countryCode !== undefined && { countryCode: choices.countryCode }),
    ...(choices.classification !== undefined && { classification: choices.classification }),
    ...(choices.dateOrder !== undefined && { dateOrder: choices.dateOrder }),
    ...(choices.mapping !== undefined && { mapping: choices.mapping }),
  };
}
