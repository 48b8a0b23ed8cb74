import { z } from 'zod';
import { DraftFieldsSchema } from '../drafts/draft.ts';
import { LaneSchema } from '../outbox/operation.ts';
import type { CoreCall, MainCall } from './names.ts';
import {
  ActivitySchema,
  BulkResultSchema,
  OperationFilterSchema,
  OperationViewSchema,
  OutboxPageSchema,
  PublishPlanSchema,
} from './outbox-views.ts';
import { InspectionSchema, RecoverInputSchema } from './recovery-views.ts';
import {
  CatalogSchema,
  DraftStatusSchema,
  DraftViewSchema,
  ImportPlanViewSchema,
  ImportViewSchema,
  KeyCheckSchema,
  WorkspaceStateSchema,
} from './views.ts';

/**
 * The one table of everything that crosses between the window and the rest of the app. Types in the renderer, the
 * preload's functions and the checks at run time all come from here: add a row, and every side knows it.
 */

const Nothing = z.strictObject({});
const Id = z.string().min(1).max(200);
const Ids = z.array(Id).max(200_000);
const Page = { limit: z.number().int().min(1).max(1_000), offset: z.number().int().min(0) };
const Done = z.object({ done: z.number().int() });

const Selection = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('import'), importId: Id }),
  z.strictObject({ kind: z.literal('drafts'), draftIds: Ids }),
]);
export type PublishSelection = z.infer<typeof Selection>;

const WhichOperations = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ids'), ids: Ids }),
  z.strictObject({ kind: z.literal('filter'), filter: OperationFilterSchema }),
]);
export type WhichOperations = z.input<typeof WhichOperations>;

export const PublishInputSchema = z.strictObject({
  selection: Selection,
  /** Overrides the drafts' own choice for this batch. */
  publishAs: z.enum(['draft', 'published']).optional(),
  /** True: say what would happen and change nothing. */
  dryRun: z.boolean(),
  /** `mark` of the plan that the person has seen: when the batch is another by now, nothing is queued. */
  reviewed: z.string().max(100).optional(),
});

export type PublishInput = z.infer<typeof PublishInputSchema>;

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

export const contract = {
  getState: { input: Nothing, output: WorkspaceStateSchema },
  listDrafts: {
    input: z.strictObject({
      search: z.string().max(500),
      status: DraftStatusSchema.nullable(),
      importId: Id.nullable(),
      ...Page,
    }),
    output: z.object({ total: z.number().int(), items: z.array(DraftViewSchema) }),
  },
  getDraft: { input: z.strictObject({ id: Id }), output: DraftViewSchema },
  saveDraft: { input: z.strictObject({ id: Id.nullable(), fields: DraftFieldsSchema }), output: DraftViewSchema },
  deleteDrafts: { input: z.strictObject({ ids: Ids }), output: Done },
  restoreDrafts: { input: z.strictObject({ ids: Ids }), output: Done },
  getCatalog: { input: Nothing, output: CatalogSchema },
  refreshCatalog: { input: Nothing, output: CatalogSchema },
  /** `file` is a token from `pickCalendarFile`: the window never names a path. */
  planImport: { input: z.strictObject({ file: Id, choices: ImportChoicesSchema }), output: ImportPlanViewSchema },
  applyImport: { input: z.strictObject({ planId: Id }), output: ImportViewSchema },
  listImports: { input: Nothing, output: z.array(ImportViewSchema) },
  undoImport: {
    input: z.strictObject({ importId: Id }),
    output: z.object({ removed: z.number().int(), kept: z.number().int() }),
  },
  publish: { input: PublishInputSchema, output: PublishPlanSchema },
  listOperations: { input: OperationFilterSchema.extend(Page), output: OutboxPageSchema },
  /** Waits no longer, looks again, or starts anew after a refusal: whatever fits. Late work is confirmed by it. */
  retryOperations: { input: z.strictObject({ which: WhichOperations }), output: BulkResultSchema },
  /** Takes out what no request can have carried out. */
  dropOperations: { input: z.strictObject({ which: WhichOperations }), output: BulkResultSchema },
  resolveOperation: {
    input: z.strictObject({ id: Id, decision: z.enum(['itIsThere', 'sendAgain']) }),
    output: OperationViewSchema,
  },
  listActivity: { input: z.strictObject({ draftId: Id }), output: z.array(ActivitySchema) },
  /** A second event of a delivered draft, as a draft of its own: only when the person confirmed just that. */
  publishAsNew: { input: z.strictObject({ draftId: Id, confirmed: z.literal(true) }), output: DraftViewSchema },
  setSending: { input: z.strictObject({ paused: z.boolean() }), output: LaneSchema },
  checkKey: { input: Nothing, output: KeyCheckSchema },

  /** Opens the practice workspace (and its local API) or the real one, in place of the one that is open. */
  openWorkspace: { input: z.strictObject({ mode: z.enum(['practice', 'real']) }), output: WorkspaceStateSchema },
  /** What there is to go back to when the wanted workspace has a damaged database; null when it has not. */
  getRecovery: { input: Nothing, output: InspectionSchema.nullable() },
  /** Replaces that database, keeps it, and opens the workspace. */
  recover: { input: RecoverInputSchema, output: WorkspaceStateSchema },
  /** Shows the system's file dialog. Null when the person closed it. */
  pickCalendarFile: { input: Nothing, output: z.object({ file: Id, name: z.string() }).nullable() },
  /** The sample season that comes with the app, as if it had been picked. */
  openSampleCalendar: { input: Nothing, output: z.object({ file: Id, name: z.string() }) },
  /** Takes the key from the clipboard, checks it and stores it in the keychain. The window never sees it. */
  pasteKey: { input: Nothing, output: KeyCheckSchema },
  removeKey: { input: Nothing, output: Done },
  getAppInfo: {
    input: Nothing,
    output: z.object({ version: z.string(), platform: z.string(), workspaceChosen: z.boolean() }),
  },
} as const satisfies Record<CoreCall | MainCall, { input: z.ZodType; output: z.ZodType }>;

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type CallInput<Name extends CallName> = z.input<Contract[Name]['input']>;
export type CallOutput<Name extends CallName> = z.output<Contract[Name]['output']>;
