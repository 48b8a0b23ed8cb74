import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { choices } from '../../../testing/calendars.ts';

/** What a row of a calendar says, and so what its draft and its event have to say for ever. */
export type SeasonRow = { id: string; title: string; startLocal: string; locationName: string; channelId: number };

const DAY_MS = 86_400_000;

/**
 * A season that grows file by file. One row of each file looks exactly like its first, but for the id: two events that
 * nobody but the ledger can tell apart.
 */
export function createSeason(folder: string, nowMs: number) {
  const rows: SeasonRow[] = [];
  let files = 0;
  return {
    rows: (): readonly SeasonRow[] => rows,
    /** Writes the next file, with at least two rows. Returns its path. */
    nextFile(count: number): string {
      files += 1;
      const made = Array.from({ length: count }, (_, index) => toRow(rows.length + index, nowMs));
      const [first] = made;
      const last = made.at(-1);
      if (first && last) Object.assign(last, { ...first, id: last.id });
      rows.push(...made);
      const file = join(folder, `season-${files}.csv`);
      const lines = made.map(({ id, title, startLocal, locationName }) =>
        [id, title, startLocal.replace('T', ' '), locationName].join(','),
      );
      writeFileSync(file, ['ID,Title,Start,Venue', ...lines, ''].join('\r\n'));
      return file;
    },
  };
}
export type Season = ReturnType<typeof createSeason>;

/** Two months away and more: no event begins while it waits to be sent. */
function toRow(index: number, nowMs: number): SeasonRow {
  const day = new Date(nowMs + (60 + (index % 300)) * DAY_MS).toISOString().slice(0, 10);
  return {
    id: `row-${index + 1}`,
    title: `Evening ${index + 1}`,
    startLocal: `${day}T${String(10 + (index % 12)).padStart(2, '0')}:30`,
    locationName: `Room ${1 + (index % 7)}`,
    channelId: choices.channelId,
  };
}
