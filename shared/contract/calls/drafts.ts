import { z } from 'zod';
import { DraftChangeSchema } from '../../drafts/change.ts';
import { DraftFieldsSchema } from '../../drafts/draft.ts';
import { BulkChangeSchema, DuplicatedSchema } from '../bulk-views.ts';
import { CalendarDaysSchema, CalendarQuerySchema } from '../calendar-views.ts';
import { DraftStatusSchema, DraftViewSchema } from '../views.ts';
import { Done, Id, Ids, Page } from './parts.ts';

/** Reading and changing drafts. */
export const draftCalls = {
  listDrafts: {
    input: z.strictObject({
      search: z.string().max(500),
      status: DraftStatusSchema.nullable(),
      importId: Id.nullable(),
      ...Page,
    }),
    output: z.object({ total: z.number().int(), items: z.array(DraftViewSchema) }),
  },
  /** The drafts of some days, for a calendar. */
  listCalendar: { input: CalendarQuerySchema, output: CalendarDaysSchema },
  getDraft: { input: z.strictObject({ id: Id }), output: DraftViewSchema },
  saveDraft: { input: z.strictObject({ id: Id.nullable(), fields: DraftFieldsSchema }), output: DraftViewSchema },
  deleteDrafts: { input: z.strictObject({ ids: Ids }), output: Done },
  restoreDrafts: { input: z.strictObject({ ids: Ids }), output: Done },
  /** One change for many drafts; `dryRun` only says what it would do. */
  changeDrafts: {
    input: z.strictObject({ ids: Ids, change: DraftChangeSchema, dryRun: z.boolean() }),
    output: BulkChangeSchema,
  },
  /** Copies, moved by so many days. */
  duplicateDrafts: {
    input: z.strictObject({ ids: Ids, shiftDays: DraftChangeSchema.shape.shiftDays }),
    output: DuplicatedSchema,
  },
  /** Writes drafts to a place from `pickSaveTarget`. */
  saveExport: {
    input: z.strictObject({ format: z.enum(['csv', 'ics', 'json']), importId: Id.nullable(), target: Id }),
    output: Done,
  },
} as const;
