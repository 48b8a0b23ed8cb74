import { z } from 'zod';
import { DraftStatusSchema } from './views.ts';

/**
 * What a calendar asks for and gets. Dates are local, YYYY-MM-DD: each draft stands on the days of its own zone. A night
 * belongs to the day that it begins on: what ends until six in the morning does not stand on that morning's day.
 */

const DateSchema = z.iso.date();

/** How the drafts are looked at, and on which day. */
export const DraftsViewSchema = z.strictObject({ view: z.enum(['month', 'week', 'agenda', 'list']), date: DateSchema });
export type DraftsView = z.infer<typeof DraftsViewSchema>;

/** Most days of one answer: a year and the weeks around it. */
const MOST_DAYS = 400;

export const CalendarQuerySchema = z
  .strictObject({
    /** First and last date, both included. */
    from: DateSchema,
    to: DateSchema,
    search: z.string().max(500),
    status: DraftStatusSchema.nullable(),
    importId: z.string().min(1).max(200).nullable(),
    channelId: z.number().int().nullable(),
    /** How many drafts of one day are given; the others are only counted. */
    perDay: z.number().int().min(1).max(500),
  })
  .refine(({ from, to }) => from <= to, 'The first date is after the last one.')
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < MOST_DAYS * 86_400_000, `At most ${MOST_DAYS} days.`);
export type CalendarQuery = z.infer<typeof CalendarQuerySchema>;

/** A draft as a calendar shows it. */
export const CalendarItemSchema = z.object({
  id: z.string(),
  /** Title and place are cut where no calendar could show more. */
  title: z.string(),
  locationName: z.string(),
  startLocal: z.string(),
  endLocal: z.string().nullable(),
  /** The last date that it stands on. */
  lastDay: z.string(),
  allDay: z.boolean(),
  timeZone: z.string().nullable(),
  channelId: z.number().nullable(),
  status: DraftStatusSchema,
});
export type CalendarItem = z.infer<typeof CalendarItemSchema>;

export const CalendarDaysSchema = z.object({
  /** By start. Whatever is among the first `perDay` of one of its days. */
  items: z.array(CalendarItemSchema),
  /** How many drafts stand on each date that has any, by date. */
  days: z.array(z.object({ date: z.string(), count: z.number().int() })),
  /** When the range has none: the last date before it and the first one after it that a draft begins on. */
  nearest: z.object({ before: z.string().nullable(), after: z.string().nullable() }),
});
export type CalendarDays = z.infer<typeof CalendarDaysSchema>;
