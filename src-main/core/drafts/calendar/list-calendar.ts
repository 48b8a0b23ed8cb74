import { z } from 'zod';
import {
  type CalendarDays,
  type CalendarItem,
  CalendarItemSchema,
  type CalendarQuery,
} from '#shared/contract/calendar-views.ts';
import { addDays } from '#shared/time/days.ts';
import { all, type Db, get } from '../../db/database.ts';
import { toMatch } from '../search.ts';
import { STATUS_SQL } from '../view.ts';

/** Drafts that last longer have an index of their own (0012-calendar.ts). */
const SHORT_DAYS = 7;
/** Characters of a title or place that are given: more than a wide window shows in one line. */
const MOST_CHARACTERS = 200;

const CoveredRows = z.array(z.object({ seq: z.number(), first: z.string(), last: z.string() }));
const ItemRow = CalendarItemSchema.extend({ allDay: z.number().transform((flag) => flag === 1) });

/**
 * The drafts outside the trash that stand on a day between `from` and `to`, by start: at most `perDay` for each day
 * are read, all are counted. Days are those of each draft's own clock, so no change of the clocks moves anything.
 */
export function listCalendar(db: Db, query: CalendarQuery): CalendarDays {
  const { where, filter } = whereOf(query);
  const covered = CoveredRows.parse(
    all(
      db,
      `SELECT seq, substr(start_local, 1, 10) AS first, last_day AS last FROM (
         SELECT d.seq, start_local, last_day FROM drafts d
         WHERE ${where} AND start_local >= :near AND start_local < :after AND last_day >= :from
         UNION ALL
         SELECT d.seq, start_local, last_day FROM drafts d
         WHERE ${where} AND last_day > date(substr(start_local, 1, 10), '+${SHORT_DAYS} days')
           AND last_day >= :from AND start_local < :near)
       ORDER BY start_local, seq`,
      { ...filter, from: query.from, near: addDays(query.from, -SHORT_DAYS), after: addDays(query.to, 1) },
    ),
  );

  const counts = new Map<string, number>();
  const shown: number[] = [];
  for (const { seq, first, last } of covered) {
    let isShown = false;
    const end = last < query.to ? last : query.to;
    for (let date = first > query.from ? first : query.from; date <= end; date = addDays(date, 1)) {
      const count = (counts.get(date) ?? 0) + 1;
      counts.set(date, count);
      if (count <= query.perDay) isShown = true;
    }
    if (isShown) shown.push(seq);
  }
  const days = [...counts].map(([date, count]) => ({ date, count }));
  return {
    items: readItems(db, shown),
    days: days.sort((a, b) => (a.date < b.date ? -1 : 1)),
    nearest: covered.length > 0 ? { before: null, after: null } : nearestTo(db, query),
  };
}

const Nearest = z.object({ before: z.string().nullable(), after: z.string().nullable() });

/** The dates of drafts around an empty range, so that nobody has to search month by month. */
function nearestTo(db: Db, query: CalendarQuery): CalendarDays['nearest'] {
  const { where, filter } = whereOf(query);
  const at = (condition: string, order: string) =>
    `(SELECT substr(start_local, 1, 10) FROM drafts d WHERE ${where} AND ${condition} ORDER BY start_local ${order} LIMIT 1)`;
  const row = get(
    db,
    `SELECT ${at('start_local < :from', 'DESC')} AS before, ${at('start_local >= :after', 'ASC')} AS after`,
    { ...filter, from: query.from, after: addDays(query.to, 1) },
  );
  return Nearest.parse(row);
}

/** Only the conditions that are asked for: without any, the index alone answers. */
function whereOf({ search, status, importId, channelId }: CalendarQuery) {
  const match = toMatch(search);
  const conditions = ['d.deleted_at IS NULL'];
  if (match !== null) conditions.push('d.seq IN (SELECT rowid FROM drafts_search WHERE drafts_search MATCH :match)');
  if (importId !== null) conditions.push('d.import_id = :importId');
  if (channelId !== null) conditions.push("d.fields ->> '$.channelId' = :channelId");
  if (status !== null) {
    const operation = 'SELECT d.ready, (SELECT state FROM operations WHERE id = d.operation_id) AS state';
    conditions.push(`(SELECT ${STATUS_SQL} FROM (${operation}) o) = :status`);
  }
  const filter = {
    ...(match !== null && { match }),
    ...(importId !== null && { importId }),
    ...(channelId !== null && { channelId }),
    ...(status !== null && { status }),
  };
  return { where: conditions.join(' AND '), filter };
}

function readItems(db: Db, seqs: number[]): CalendarItem[] {
  return all(
    db,
    `SELECT d.id, substr(d.title, 1, ${MOST_CHARACTERS}) AS title,
       substr(d.location_name, 1, ${MOST_CHARACTERS}) AS locationName,
       d.start_local AS startLocal, d.fields ->> '$.endLocal' AS endLocal, d.last_day AS lastDay,
       d.fields ->> '$.allDay' AS allDay, d.fields ->> '$.timeZone' AS timeZone,
       d.fields ->> '$.channelId' AS channelId, ${STATUS_SQL} AS status
     FROM drafts d LEFT JOIN operations o ON o.id = d.operation_id
     WHERE d.seq IN (SELECT value FROM json_each(:seqs)) ORDER BY d.start_local, d.seq`,
    { seqs: JSON.stringify(seqs) },
  ).map((row) => ItemRow.parse(row));
}
