import { z } from 'zod';
import { fromWallMs, localToWallMs } from '../calendar/dates/arithmetic.ts';
import { isLocalDateTime } from '../time/zoned.ts';
import { type DraftFields, DraftFieldsSchema } from './draft.ts';

const DAY_MS = 86_400_000;

/** About a hundred years: further than any calendar of events is moved. */
const MOST_DAYS = 36_600;

/** A change that means the same for every draft of a selection. */
export const DraftChangeSchema = z.strictObject({
  /** Fields that get a new value; those that are not named stay as they are. */
  set: DraftFieldsSchema.partial(),
  /** Days that start and end move by, after `set`; negative is earlier. 7 is next week, 364 the same weekday next year. */
  shiftDays: z.number().int().min(-MOST_DAYS).max(MOST_DAYS),
});
export type DraftChange = z.infer<typeof DraftChangeSchema>;

/**
 * The fields after the change. The clock time stays when the day moves, whatever the clocks do in between: an event at
 * 20:00 is at 20:00 in summer and in winter. A time that the new day does not have is kept as it is, and
 * `publishProblems` says so. Null when a moved date has no four-digit year.
 */
export function applyChange(fields: DraftFields, { set, shiftDays }: DraftChange): DraftFields | null {
  // A field that is named without a value says nothing.
  const given = Object.entries(set).filter(([, value]) => value !== undefined);
  const changed = DraftFieldsSchema.parse({ ...fields, ...Object.fromEntries(given) });
  if (shiftDays === 0) return changed;
  const startLocal = changed.startLocal && shiftLocal(changed.startLocal, shiftDays);
  const endLocal = changed.endLocal && shiftLocal(changed.endLocal, shiftDays);
  const isWritable = [startLocal, endLocal].every((local) => local === null || isLocalDateTime(local));
  return isWritable ? { ...changed, startLocal, endLocal } : null;
}

function shiftLocal(local: string, days: number): string {
  return fromWallMs(localToWallMs(local) + days * DAY_MS);
}
