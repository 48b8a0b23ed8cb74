import { basename } from 'node:path';
import type { ReadingOptions } from '#shared/calendar/types.ts';
import { OrganizerError } from '#shared/errors.ts';
import type { Db } from '../db/database.ts';
import type { Clock } from '../ports.ts';
import { finishInSlices } from '../steps.ts';
import { type PlanChoices, toMapping, toReadingOptions } from './choices.ts';
import { findPreset, type StoredPreset } from './presets/presets.ts';
import type { ReadingJob } from './progress.ts';
import { fileSource } from './read/byte-source.ts';
import { type CalendarFile, readCalendar } from './read/read-calendar.ts';
import { headerSignature } from './signatures.ts';

/** A file that was understood, with all that was chosen for it. */
export type OpenedFile = {
  name: string;
  /** In bytes. */
  size: number;
  file: CalendarFile;
  reading: ReadingOptions;
  choices: PlanChoices;
  preset: StoredPreset | null;
  /** What presets are found by: the header as it is read without any choice. */
  presetSignature: string;
};

type Parts = { db: Db; clock: Clock; defaultTimeZone: string };

/**
 * Understands a file: with what was chosen now, and where nothing was, with what was chosen for such a file before.
 * @throws OrganizerError `unreadable_input`, `usage`, `cancelled`
 */
export async function openFile(parts: Parts, path: string, choices: PlanChoices, job: ReadingJob): Promise<OpenedFile> {
  const name = basename(path);
  try {
    const source = job.watch(fileSource(path));
    const read = async (chosen: PlanChoices) => {
      const reading = { ...toReadingOptions(chosen, parts.defaultTimeZone), nowMs: parts.clock.now() };
      return { reading, file: await finishInSlices(readCalendar(source, name, reading), parts.clock, job.signal) };
    };
    const first = await read({
      ...choices,
      ...(changesHeader(choices) && { encoding: undefined, delimiter: undefined, headerRow: undefined }),
    });
    const presetSignature = headerSignature(first.file);
    const preset = usesPresets(choices) ? findPreset(parts.db, presetSignature) : null;
    const all = preset === null ? choices : { ...choices, mapping: toMapping({ ...choices, mapping: preset.mapping }) };
    const last = preset === null && !changesHeader(choices) ? first : await read(all);
    return { name, size: source.size, ...last, choices: all, preset, presetSignature };
  } catch (thrown) {
    throw explainFile(path, thrown);
  }
}

/** Another encoding, delimiter or header row gives other headers, by which no preset would be found again. */
function changesHeader({ encoding, delimiter, headerRow }: PlanChoices): boolean {
  return encoding !== undefined || delimiter !== undefined || headerRow !== undefined;
}

/** A mapping that was given says all there is to say. */
function usesPresets({ mapping, usePreset = true }: PlanChoices): boolean {
  return mapping === undefined && usePreset;
}

/** Failures of the disk become a sentence that names the file, not its folder; everything else passes through. */
export function explainFile(path: string, thrown: unknown): unknown {
  const isOfTheDisk = typeof (thrown as { syscall?: unknown }).syscall === 'string';
  return isOfTheDisk ? unreadable(path, thrown) : thrown;
}

function unreadable(path: string, cause: unknown): OrganizerError {
  const missing = (cause as { code?: unknown }).code === 'ENOENT';
  const name = basename(path);
  const message = missing
    ? `There is no file ${name}. Check the name and the folder.`
    : `${name} cannot be read. Check that it is a file and that you may open it.`;
  return new OrganizerError('unreadable_input', message, { cause });
}
