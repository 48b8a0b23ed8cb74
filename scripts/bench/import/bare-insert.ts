import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { all, write } from '#core/db/database.ts';
import { openDatabase } from '#core/db/open.ts';
import { systemRandom } from '#core/system.ts';
import { emptyDraftFields } from '#shared/drafts/draft.ts';
import { benchDirectory } from '../directory.ts';
import type { Candidate } from '../rounds.ts';
import type { HEADER } from './sheet.ts';

type SheetRow = Record<(typeof HEADER)[number], string>;

/**
 * The least that an import has to do: papaparse, and one transaction that puts its rows into the same tables, full-text
 * index included. Nothing is detected, checked, planned or compared.
 */
export function bareInsert(sheet: string): Candidate {
  return {
    name: 'papaparse and a bare insert',
    async prepare(rows) {
      const directory = benchDirectory();
      const db = openDatabase(directory.path);
      // A bare insert keeps no journal to undo it with.
      db.exec('DROP TRIGGER drafts_history_insert');
      return {
        async run() {
          const { data } = Papa.parse<SheetRow>(readFileSync(sheet, 'utf8'), { header: true, skipEmptyLines: true });
          const insert = db.prepare(
            `INSERT INTO drafts (id, fields, ready, source_key, source_id, imported_fields, import_id, created_at, updated_at)
             VALUES (?, ?, 1, ?, ?, ?, 'bench', 0, 0)`,
          );
          const note = db.prepare(
            `INSERT INTO import_drafts (import_id, draft_id, did) VALUES ('bench', ?, 'created')`,
          );
          write(db, () => {
            db.exec(`INSERT INTO imports (id, file_name, file_sha256, header_signature, counts, imported_at)
              VALUES ('bench', 'x', 'x', 'x', '{}', 0)`);
            for (const row of data) {
              const id = systemRandom.uuid();
              const fields = JSON.stringify(toFields(row));
              insert.run(id, fields, row.ID, row.ID, fields);
              note.run(id);
            }
          });
        },
        async finish() {
          const found = all(db, 'SELECT count(*) AS n FROM drafts')[0] as { n: number };
          db.close();
          directory.remove();
          if (found.n !== rows) throw new Error(`Of ${rows} rows ${found.n} were inserted.`);
        },
      };
    },
  };
}

function toFields(row: SheetRow) {
  return {
    ...emptyDraftFields(),
    title: row.Title,
    startLocal: row.Start.replace(' ', 'T'),
    endLocal: row.End.replace(' ', 'T'),
    timeZone: 'Europe/Berlin',
    locationName: row.Venue,
    description: row.Description,
    classifications: [row.Category],
    placeName: row.City,
    channelId: 1,
  };
}
