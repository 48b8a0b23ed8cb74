import { z } from 'zod';
import type { Steps } from '#shared/steps.ts';
import { all, type Db, run } from '../../../db/database.ts';
import { type PlanTables, together } from '../plan-table.ts';
import { whyAlike } from './why-alike.ts';

/** Days with more drafts than this are those of a whole city: events of one hour are nothing special there. */
const MOST_A_DAY = 20;

/** Rows that are looked at between two chances to breathe. */
const ROWS_A_STEP = 500;

const Pair = z.object({
  seq: z.number(),
  title: z.string(),
  start_local: z.string(),
  location_name: z.string(),
  draft_title: z.string(),
  draft_start: z.string(),
  draft_location: z.string(),
});

/**
 * Marks new rows that look like an event that is there already: of another draft on the same day, or of another row of
 * the file. They stay new: only the person knows.
 */
export function* findLookAlikes(db: Db, tables: PlanTables): Steps<void> {
  run(db, `UPDATE ${tables.rows} SET look_alike = NULL WHERE look_alike IS NOT NULL`);
  markRepeatedRows(db, tables);
  yield;
  for (let after = 0; ; ) {
    const page = newRows(db, tables, after);
    const last = page.at(-1);
    if (last === undefined) return;
    together(db, () => {
      for (const pair of sameDay(db, tables, after, last)) mark(db, tables, pair);
    });
    after = last;
    yield;
  }
}

/** The same title and start under another id or at another venue: the fingerprint keeps them apart, a person may not. */
function markRepeatedRows(db: Db, { rows }: PlanTables): void {
  run(
    db,
    `UPDATE ${rows} AS r SET look_alike = 'Row ' || first.row || ' has the same title and start' ||
       CASE WHEN first.location_name <> r.location_name THEN ', at another venue.' ELSE ', under another id.' END
     FROM (SELECT occurrence, min(seq) AS seq FROM ${rows} WHERE verdict = 'new' AND start_local IS NOT NULL
           GROUP BY occurrence HAVING count(*) > 1) same
     JOIN ${rows} first ON first.seq = same.seq
     WHERE r.occurrence = same.occurrence AND r.seq > same.seq AND r.verdict = 'new' AND r.row <> first.row`,
  );
}

const Seq = z.object({ seq: z.number() });

function newRows(db: Db, { rows }: PlanTables, after: number): number[] {
  return all(
    db,
    `SELECT seq FROM ${rows} WHERE seq > :after AND verdict = 'new' AND start_local IS NOT NULL
     ORDER BY seq LIMIT ${ROWS_A_STEP}`,
    { after },
  ).map((row) => Seq.parse(row).seq);
}

/** Drafts on the day of a new row that begin at its time, or are called like it. */
function sameDay(db: Db, { rows }: PlanTables, after: number, last: number): z.infer<typeof Pair>[] {
  return all(
    db,
    `WITH days AS MATERIALIZED (
       SELECT DISTINCT substr(start_local, 1, 10) AS day FROM ${rows}
       WHERE seq > :after AND seq <= :last AND verdict = 'new' AND start_local IS NOT NULL),
     quiet AS MATERIALIZED (
       SELECT day FROM days WHERE (
         SELECT count(*) FROM (SELECT 1 FROM drafts d WHERE d.deleted_at IS NULL AND d.start_local >= day
           AND d.start_local < day || '~' LIMIT ${MOST_A_DAY + 1})) BETWEEN 1 AND ${MOST_A_DAY})
     SELECT r.seq, r.title, r.start_local, r.location_name, d.title AS draft_title, d.start_local AS draft_start,
       d.location_name AS draft_location
     FROM quiet CROSS JOIN ${rows} r ON r.seq > :after AND r.seq <= :last AND r.verdict = 'new'
       AND substr(r.start_local, 1, 10) = quiet.day
     JOIN drafts d ON d.deleted_at IS NULL AND d.start_local >= quiet.day AND d.start_local < quiet.day || '~'
     WHERE d.start_local = r.start_local OR lower(d.title) = lower(r.title)`,
    { after, last },
  ).map((row) => Pair.parse(row));
}

function mark(db: Db, { rows }: PlanTables, pair: z.infer<typeof Pair>): void {
  const why = whyAlike(
    { title: pair.title, startLocal: pair.start_local, locationName: pair.location_name },
    { title: pair.draft_title, startLocal: pair.draft_start, locationName: pair.draft_location },
  );
  if (why !== null) run(db, `UPDATE ${rows} SET look_alike = :why WHERE seq = :seq`, { why, seq: pair.seq });
}
