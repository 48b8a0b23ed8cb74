import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { OrganizerError } from '#shared/errors.ts';

/** Calendars, by their names: other files in the folder are none of ours. */
const CALENDAR = /\.(?:csv|tsv|txt|ics|ical)$/i;

/** Names under which programs write what is not finished. */
const UNFINISHED = /^[.~]|\.(?:tmp|part|crdownload|download)\b/i;

/** Size and time of the last change of each calendar that was there at a look. */
export type Look = ReadonlyMap<string, string>;

/** The calendars in a folder as they are now. @throws OrganizerError `usage` when it cannot be read. */
export async function lookAt(folder: string): Promise<Look> {
  const names = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw new OrganizerError('usage', `The folder ${folder} cannot be read. Make it, or name another.`, { cause });
  });
  const look = new Map<string, string>();
  for (const entry of names) {
    if (!entry.isFile() || !CALENDAR.test(entry.name) || UNFINISHED.test(entry.name)) continue;
    // One that went away meanwhile is gone.
    const found = await stat(join(folder, entry.name)).catch(() => null);
    if (found !== null) look.set(entry.name, `${found.size}/${found.mtimeMs}`);
  }
  return look;
}

/** Files that are the same at two looks, by name: nobody is writing them any more. Empty ones are still to come. */
export function settledBetween(earlier: Look, later: Look): string[] {
  return [...later]
    .filter(([name, mark]) => earlier.get(name) === mark && !mark.startsWith('0/'))
    .map(([name]) => name)
    .sort();
}
