import { z } from 'zod';
import { ImportPlanViewSchema, ImportViewSchema } from '../import-views.ts';
import { Id, Nothing } from './parts.ts';

/** What a person may choose for a whole file; a row's own values win. */
export const ImportChoicesSchema = z.strictObject({
  timeZone: z.string().max(100).optional(),
  channelId: z.number().int().optional(),
  placeId: z.string().max(500).optional(),
  placeName: z.string().max(500).optional(),
  countryCode: z.string().length(2).optional(),
  classification: z.string().max(200).optional(),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).optional(),
  /** For dates that name no year, where the file does not tell one either. */
  year: z.number().int().min(1_900).max(2_199).optional(),
  /** First and last day of the dates that are read of a series in an iCalendar file. */
  seriesFrom: z.iso.date().optional(),
  seriesUntil: z.iso.date().optional(),
});
export type ImportChoices = z.infer<typeof ImportChoicesSchema>;

/** From a calendar file to drafts, and back. */
export const importCalls = {
  /** `file` is a token from `pickCalendarFile`: the window never names a path. */
  planImport: { input: z.strictObject({ file: Id, choices: ImportChoicesSchema }), output: ImportPlanViewSchema },
  applyImport: { input: z.strictObject({ planId: Id }), output: ImportViewSchema },
  listImports: { input: Nothing, output: z.array(ImportViewSchema) },
  undoImport: {
    input: z.strictObject({ importId: Id }),
    output: z.object({ removed: z.number().int(), kept: z.number().int() }),
  },
} as const;
