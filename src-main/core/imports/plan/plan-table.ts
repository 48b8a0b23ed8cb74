import { z } from 'zod';
import type { ReadRow, RowIssue } from '#shared/calendar/types.ts';
import { type Bindings, type Db, run } from '../../db/database.ts';
import { COLUMNS, type Columns, columnsOf } from './row-columns.ts';

/** The tables of one plan. Their names hold a number, so that several plans stand side by side. */
export type PlanTables = { rows: string; issues: string };

export const verdicts = ['new', 'changed', 'unchanged', 'publishedChanged', 'duplicate', 'skipped', 'invalid'] as const;
export type Verdict = (typeof verdicts)[number];

/** Makes the tables of a plan, in the attached database `plans`. */
export function makePlanTables(db: Db, number: number): PlanTables {
  const tables = { rows: `plans.rows_${number}`, issues: `plans.issues_${number}` };
  db.exec(`
    CREATE TABLE ${tables.rows} (
      seq INTEGER PRIMARY KEY,
      row INTEGER NOT NULL, -- as a spreadsheet numbers it
      title TEXT NOT NULL, -- or what was read, where it gives no event
      start_local TEXT,
      location_name TEXT NOT NULL DEFAULT '',
      cells TEXT, -- of an invalid row of a table: its cells as they were read, to be mended
      fields TEXT, -- of an event: the draft it would make
      said TEXT, -- of these, what the row itself gave
      ready INTEGER NOT NULL DEFAULT 0,
      source_id TEXT,
      own_id TEXT, -- the draft that our own iCalendar export names by that id
      occurrence TEXT, -- title and start, hashed
      primary_key TEXT, -- its identity,
      fallback_key TEXT, -- and what it was if its id was unique then
      new_id TEXT NOT NULL, -- id of the draft that it makes, if it makes one
      draft_id TEXT, -- the draft that it is, if there is one
      source_key TEXT, -- the identity it has here
      change TEXT, -- of a changed one: the draft before and after (change.ts)
      verdict TEXT,
      reason TEXT,
      look_alike TEXT -- why a new one may be an event that is there already
    ) STRICT;
    CREATE TABLE ${tables.issues} (
      seq INTEGER PRIMARY KEY,
      row INTEGER NOT NULL,
      "column" TEXT,
      code TEXT NOT NULL,
      severity TEXT NOT NULL,
      message TEXT NOT NULL,
      found TEXT NOT NULL -- 'file', 'row' or 'match': the last kind is found anew whenever the plan is compared anew
    ) STRICT;`);
  return tables;
}

/** Forgets a plan. */
export function dropPlanTables(db: Db, { rows, issues }: PlanTables): void {
  db.exec(`DROP TABLE IF EXISTS ${rows}; DROP TABLE IF EXISTS ${issues};`);
}

/** One transaction on the plan's own database: by itself it takes no lock on the workspace's. */
export function together(db: Db, work: () => void): void {
  if (db.inTransaction) work();
  else db.transaction(work).deferred();
}

/**
 * Keeps one row that was read.
 * @param venue the spelling of its venue that the person chose. Like an edit, it is not what the file says: so a later
 * import compares with the file's own spelling and leaves the chosen one alone.
 */
export function addRow(db: Db, tables: PlanTables, row: ReadRow, newId: string, venue: string | null): void {
  insertRow(db, tables, columnsOf(row, newId, venue));
  if (row.kind !== 'skipped') for (const issue of row.issues) addIssue(db, tables, issue, 'row');
}

export function addIssue(db: Db, { issues }: PlanTables, issue: RowIssue, found: 'file' | 'row' | 'match'): void {
  run(
    db,
    `INSERT INTO ${issues} (row, "column", code, severity, message, found)
     VALUES (:row, :column, :code, :severity, :message, :found)`,
    { ...issue, found },
  );
}

function insertRow(db: Db, { rows }: PlanTables, columns: Columns): void {
  const values = COLUMNS.map((name) => `:${name}`).join(', ');
  run(db, `INSERT INTO ${rows} (${COLUMNS.join(', ')}) VALUES (${values})`, columns satisfies Bindings);
}

/** How a row of a plan is read back. */
export const PlanRowSchema = z.object({
  seq: z.number(),
  row: z.number(),
  title: z.string(),
  start_local: z.string().nullable(),
  location_name: z.string(),
  cells: z.string().nullable(),
  fields: z.string().nullable(),
  said: z.string().nullable(),
  source_id: z.string().nullable(),
  occurrence: z.string().nullable(),
  primary_key: z.string().nullable(),
  fallback_key: z.string().nullable(),
  draft_id: z.string().nullable(),
  source_key: z.string().nullable(),
  change: z.string().nullable(),
  verdict: z.enum(verdicts).nullable(),
  reason: z.string().nullable(),
  look_alike: z.string().nullable(),
});
export type PlanRow = z.infer<typeof PlanRowSchema>;
