import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'plans';

/**
 * Keeps cells that were copied from a spreadsheet (text with tabs and line ends) as a file, so that they are read like
 * any other. It lies beside the plans and goes with them.
 * @returns the path of that file
 */
export function keepPastedCells(dataDir: string, text: string): string {
  const folder = join(dataDir, FOLDER, randomBytes(8).toString('hex'));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'Pasted cells.tsv');
  writeFileSync(path, text, { mode: 0o600 });
  return path;
}
