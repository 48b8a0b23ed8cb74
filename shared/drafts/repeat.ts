import { z } from 'zod';

/** Most dates that one draft is repeated on, itself included. */
export const MOST_DATES = 500;

const Interval = z.number().int().min(1).max(99);

/** How a draft is repeated. The clock time stays, whatever the clocks do in between. */
export const RepeatPatternSchema = z.strictObject({
  every: z.discriminatedUnion('unit', [
    z.strictObject({ unit: z.literal('day'), interval: Interval }),
    /** Weekdays 1 (Monday) to 7 (Sunday), of every so manieth week. */
    z.strictObject({
      unit: z.literal('week'),
      interval: Interval,
      weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
    }),
    /** On the day of the month of the first date, or on its weekday: the same one counted from the start, or the last. */
    z.strictObject({ unit: z.literal('month'), interval: Interval, on: z.enum(['date', 'weekday', 'lastWeekday']) }),
  ]),
  end: z.discriminatedUnion('kind', [
    /** So many dates, the first one included, those that are left out as well. */
    z.strictObject({ kind: z.literal('count'), count: z.number().int().min(2).max(MOST_DATES) }),
    /** The last day that may have one. */
    z.strictObject({ kind: z.literal('until'), date: z.iso.date() }),
  ]),
  /** Days that are left out. The first date always belongs to the series. */
  skip: z.array(z.iso.date()).max(MOST_DATES),
});
export type RepeatPattern = z.infer<typeof RepeatPatternSchema>;

/** One date of the preview. */
export const RepeatDateSchema = z.object({
  startLocal: z.string(),
  /** The clocks jump over that time, or show it twice; null for nearly every date. */
  clock: z.enum(['gap', 'twice']).nullable(),
  skipped: z.boolean(),
});
export type RepeatDate = z.infer<typeof RepeatDateSchema>;

export const RepeatedSchema = z.object({
  /** All dates, the first one and those that are left out included. */
  dates: z.array(RepeatDateSchema),
  /** Drafts that were made; none in a preview. */
  ids: z.array(z.string()),
});
export type Repeated = z.infer<typeof RepeatedSchema>;
