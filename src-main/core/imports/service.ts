import { basename } from 'node:path';
import type { Mapping, ReadingOptions } from '#shared/calendar/types.ts';
import type { ImportChoices } from '#shared/contract/contract.ts';
import type { ImportPlanView, ImportView, PlannedRow, RowIssueView } from '#shared/contract/import-views.ts';
import { OrganizerError } from '#shared/errors.ts';
import type { Steps } from '#shared/steps.ts';
import { isTimeZone } from '#shared/time/zoned.ts';
import { readCatalog } from '../catalog/catalog.ts';
import { sha256 } from '../hash.ts';
import type { EnqueueParts } from '../outbox/queue/freeze.ts';
import type { Clock } from '../ports.ts';
import { finishInSlices } from '../steps.ts';
import { applyPlan, type ImportFile } from './apply.ts';
import { viewImport } from './history.ts';
import { buildPlan } from './plan/build.ts';
import { createPlanFile } from './plan/plan-file.ts';
import { dropPlanTables, makePlanTables, type PlanTables, type Verdict } from './plan/plan-table.ts';
import { countPlanIssues, countVerdicts, listPlanIssues, listPlannedRows } from './plan/plan-view.ts';
import { fileSource } from './read/byte-source.ts';
import { type CalendarFile, readCalendar } from './read/read-calendar.ts';

/** Older plans are forgotten. */
const PLANS_KEPT = 3;

/** Rows and issues of the plan that its first view shows; the rest is read page by page. */
const PREVIEW_ROWS = 500;
const PREVIEW_ISSUES = 1_000;

type KeptPlan = { file: ImportFile; tables: PlanTables };
type Page = { limit: number; offset: number };

export type ImportsOptions = {
  dataDir: string;
  clock: Clock;
  defaultTimeZone: string;
  /** Tries to read channels and classifications when they were never read; must not fail. */
  learnCatalog: () => Promise<void>;
  /** Told how far reading a file has come, in rows. */
  onProgress: (rows: number) => void;
};

/** Plans imports and applies them. A plan is a promise of what happens, so it is compared anew when it is applied. */
export function createImports(parts: EnqueueParts, options: ImportsOptions) {
  const { db } = parts;
  const plans = new Map<string, KeptPlan>();
  const planFile = createPlanFile(db, options.dataDir, options.clock.now);
  let made = 0;

  const forget = (planId: string): void => {
    const kept = plans.get(planId);
    plans.delete(planId);
    if (kept !== undefined) dropPlanTables(db, kept.tables);
  };

  const find = (planId: string): KeptPlan => {
    const kept = plans.get(planId);
    if (kept !== undefined) return kept;
    throw new OrganizerError('not_found', 'This import plan is no longer there. Choose the file again.');
  };

  return {
    async plan(
      filePath: string,
      choices: ImportChoices & { mapping?: Mapping | undefined },
      signal?: AbortSignal,
    ): Promise<ImportPlanView> {
      const name = basename(filePath);
      const reading = { ...toOptions(choices, options.defaultTimeZone), nowMs: options.clock.now() };
      const file = await readFile(filePath, name, reading, signal);
      await options.learnCatalog();
      planFile.open();
      made += 1;
      const tables = makePlanTables(db, made);
      const kept = { file: { name, sha256: file.sha256, headerSignature: headerSignature(file) }, tables };
      try {
        await finishInSlices(build(file, kept, reading), options.clock, signal);
      } catch (thrown) {
        dropPlanTables(db, tables);
        throw explainFile(filePath, thrown);
      }
      const planId = parts.random.uuid();
      plans.set(planId, kept);
      for (const old of [...plans.keys()].slice(0, -PLANS_KEPT)) forget(old);
      return toPlanView(planId, file, kept, reading.timeZone);
    },

    rows: (planId: string, query: Page & { verdicts: Verdict[] }): PlannedRow[] =>
      listPlannedRows(db, find(planId).tables, query),

    issues: (planId: string, page: Page): RowIssueView[] => listPlanIssues(db, find(planId).tables, page),

    apply(planId: string, nowMs: number): ImportView {
      const { file, tables } = find(planId);
      const importId = applyPlan(parts, file, tables, nowMs);
      forget(planId);
      return viewImport(db, importId);
    },

    forget,
    close: () => planFile.close(),
  };

  async function readFile(filePath: string, name: string, reading: ReadingOptions, signal?: AbortSignal) {
    try {
      return await finishInSlices(readCalendar(fileSource(filePath), name, reading), options.clock, signal);
    } catch (thrown) {
      throw explainFile(filePath, thrown);
    }
  }

  function build(
    file: CalendarFile,
    { file: { headerSignature }, tables }: KeptPlan,
    reading: ReadingOptions,
  ): Steps<void> {
    const known = readCatalog(db).classifications;
    const how = { db, random: parts.random, known, onRows: options.onProgress };
    return buildPlan(how, tables, file, headerSignature, reading);
  }

  function toPlanView(
    planId: string,
    { reading }: CalendarFile,
    { file, tables }: KeptPlan,
    timeZone: string,
  ): ImportPlanView {
    return {
      planId,
      fileName: file.name,
      format: reading.format,
      program: reading.program,
      encoding: reading.encoding,
      delimiter: reading.delimiter,
      dateOrder: reading.dateOrder,
      dateOrderReason: reading.dateOrderReason,
      timeZone,
      columns: reading.columns.map(({ header, role, reason }) => ({ header, role, reason })),
      counts: countVerdicts(db, tables),
      issueCount: countPlanIssues(db, tables),
      issues: listPlanIssues(db, tables, { limit: PREVIEW_ISSUES, offset: 0 }),
      preview: listPlannedRows(db, tables, { verdicts: [], limit: PREVIEW_ROWS, offset: 0 }),
    };
  }
}

/** The same for files of one program, whatever their rows: an id means something only within its own. */
function headerSignature({ reading }: CalendarFile): string {
  // An iCalendar file has no header, but the name that its program signs it with.
  const parts =
    reading.format === 'ics'
      ? [reading.format, reading.program ?? '']
      : reading.columns.map((column) => column.header.trim().toLowerCase());
  return sha256(parts.join('\u001f')).slice(0, 16);
}

/** Failures of the disk become a sentence that names the file; everything else passes through. */
function explainFile(filePath: string, thrown: unknown): unknown {
  const isOfTheDisk = typeof (thrown as { syscall?: unknown }).syscall === 'string';
  return isOfTheDisk ? unreadable(filePath, thrown) : thrown;
}

function unreadable(filePath: string, cause: unknown): OrganizerError {
  const missing = (cause as { code?: unknown }).code === 'ENOENT';
  const message = missing
    ? `There is no file ${filePath}. Check the name and the folder.`
    : `${filePath} cannot be read. Check that it is a file and that you may open it.`;
  return new OrganizerError('unreadable_input', message, { cause });
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
    ...(choices.seriesFrom !== undefined && { seriesFrom: choices.seriesFrom }),
    ...(choices.seriesUntil !== undefined && { seriesUntil: choices.seriesUntil }),
    ...(choices.year !== undefined && { year: choices.year }),
    ...(choices.mapping !== undefined && { mapping: choices.mapping }),
  };
}
