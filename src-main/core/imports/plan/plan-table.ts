import { z } from 'zod';
import type { ReadRow, RowIssue, SkipReason } from '#shared/calendar/types.ts';
import { publishProblems } from '#shared/publishing/readiness.ts';
import { type Bindings, type Db, run } from '../../db/database.ts';
import { draftIdOf } from '../../exports/ics-uid.ts';
import { composite, type EventRow, fingerprint, occurrence } from './identity.ts';
import { givenFields } from './merge.ts';

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
  if (row.kind === 'event') insertRow(db, tables, eventColumns(row, newId, venue));
  else insertRow(db, tables, { ...noEvent, ...blankColumns(row), new_id: newId });
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

const COLUMNS = [
  'row',
  'title',
  'start_local',
  'location_name',
  'cells',
  'fields',
  'said',
  'ready',
  'source_id',
  'own_id',
  'occurrence',
  'primary_key',
  'fallback_key',
  'new_id',
  'verdict',
  'reason',
] as const;
type Columns = Record<(typeof COLUMNS)[number], string | number | null>;

function insertRow(db: Db, { rows }: PlanTables, columns: Columns): void {
  const values = COLUMNS.map((name) => `:${name}`).join(', ');
  run(db, `INSERT INTO ${rows} (${COLUMNS.join(', ')}) VALUES (${values})`, columns satisfies Bindings);
}

function eventColumns(row: EventRow, newId: string, venue: string | null): Columns {
  const { sourceId } = row;
  const fields = venue === null ? row.fields : { ...row.fields, locationName: venue };
  const own = sourceId === null ? fingerprint(row) : composite(row);
  return {
    row: row.row,
    title: fields.title,
    start_local: fields.startLocal,
    location_name: fields.locationName,
    cells: null,
    fields: JSON.stringify(fields),
    said: JSON.stringify(givenFields(row)),
    ready: publishProblems(fields).length === 0 ? 1 : 0,
    source_id: sourceId,
    own_id: draftIdOf(sourceId ?? ''),
    occurrence: occurrence(fields),
    primary_key: sourceId ?? own,
    fallback_key: own,
    new_id: newId,
    verdict: null,
    reason: null,
  };
}

const noEvent = {
  start_local: null,
  location_name: '',
  fields: null,
  said: null,
  ready: 0,
  source_id: null,
  own_id: null,
  occurrence: null,
  primary_key: null,
  fallback_key: null,
};

const skipReasons: Record<SkipReason, string> = {
  blank: 'Blank row',
  preamble: 'Text above the header',
  heading: 'Heading',
  continuation: 'Continues the row above',
  cancelled: 'Cancelled in the calendar',
  past: 'Past dates of a series',
  later: 'After the last day that is read of a series',
  replaced: 'A series whose dates are all events of their own in this file',
  no_dates: 'A series without a date',
  older_version: 'An older version of an event in this file',
  not_an_event: 'No event',
  left_out: 'You left it out',
};

function blankColumns(
  row: Exclude<ReadRow, EventRow>,
): Pick<Columns, 'row' | 'title' | 'cells' | 'verdict' | 'reason'> {
  if (row.kind === 'skipped')
    return { row: row.row, title: row.text, cells: null, verdict: 'skipped', reason: skipReasons[row.reason] };
  const reason = row.issues.find((issue) => issue.severity === 'error');
  const text = row.cells.filter((cell) => cell.trim() !== '').join(' · ');
  const cells = JSON.stringify(row.cells);
  return { row: row.row, title: text, cells, verdict: 'invalid', reason: reason?.message ?? '' };
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
  verdict: z.enum(verdicts).nullable(),
  reason: z.string().nullable(),
  look_alike: z.string().nullable(),
});
export type PlanRow = z.infer<typeof PlanRowSchema>;
