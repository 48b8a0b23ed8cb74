import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import Papa from 'papaparse';
import { REASON_HEADER } from '#shared/calendar/mapping-document.ts';
import type { Db } from '../../db/database.ts';
import { FORMULA } from '../../exports/csv.ts';
import { writeWhole } from '../../exports/write-file.ts';
import type { PlanTables } from './plan-table.ts';
import { invalidRows } from './plan-view.ts';

/**
 * Writes the rows that could not be read as CSV (RFC 4180, UTF-8 with a byte order mark), with the file's own columns
 * and the reason in one more. Mended and imported again, these rows count as rows of the same file.
 * @returns how many rows there are
 */
export function writeInvalidRows(db: Db, tables: PlanTables, headers: string[], path: string): Promise<number> {
  return writeWhole(path, (draft) => fill(db, tables, headers, draft));
}

async function fill(db: Db, tables: PlanTables, headers: string[], path: string): Promise<number> {
  const file = createWriteStream(path);
  // A file that cannot be opened says so when it ends, or at once where somebody waits for it.
  file.on('error', () => {});
  const line = async (cells: string[]) => {
    const text = Papa.unparse([cells], { newline: '\r\n', escapeFormulae: FORMULA });
    if (!file.write(`${text}\r\n`)) await once(file, 'drain');
  };
  file.write('\uFEFF');
  await line([...headers, REASON_HEADER]);
  let count = 0;
  for (const { cells, reason } of invalidRows(db, tables)) {
    await line([...headers.map((_unused, index) => cells[index] ?? ''), reason]);
    count += 1;
  }
  file.end();
  await finished(file);
  return count;
}
