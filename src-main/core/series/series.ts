import { z } from 'zod';
import type { Series } from '#shared/contract/calls/series.ts';
import { RepeatPatternSchema } from '#shared/drafts/repeat.ts';
import { all, type Db, get } from '../db/database.ts';

const SeriesRow = z.object({
  id: z.string(),
  pattern: z.string().transform((text) => RepeatPatternSchema.parse(JSON.parse(text))),
  start_local: z.string().nullable(),
});
const IdRow = z.object({ id: z.string(), start_local: z.string().nullable() });

/** What belongs together with a draft; null when it is alone, also because the others are in the trash. */
export function findSeries(db: Db, draftId: string): (Series & { others: { id: string; isLater: boolean }[] }) | null {
  const row = get(
    db,
    `SELECT s.id, s.pattern, d.start_local FROM drafts d JOIN series s ON s.id = d.series_id WHERE d.id = :draftId`,
    { draftId },
  );
  if (row === undefined) return null;
  const { id, pattern, start_local: start } = SeriesRow.parse(row);
  const others = all(
    db,
    `SELECT id, start_local FROM drafts
     WHERE series_id = :id AND id <> :draftId AND deleted_at IS NULL ORDER BY start_local, seq`,
    { id, draftId },
  )
    .map((each) => IdRow.parse(each))
    .map((each) => ({ id: each.id, isLater: start !== null && each.start_local !== null && each.start_local > start }));
  if (others.length === 0) return null;
  return { id, pattern, total: others.length + 1, following: others.filter(({ isLater }) => isLater).length, others };
}
