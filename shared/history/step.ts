import { z } from 'zod';
import { draftFieldLabels } from '../drafts/draft.ts';

/** What a person can do to drafts in one go. `salvage` is what a restore found, `adopt` what the platform had; neither can be undone. */
export const stepKinds = [
  'add',
  'copy',
  'repeat',
  'edit',
  'move',
  'change',
  'remove',
  'restore',
  'import',
  'undoImport',
  'publishAsNew',
  'salvage',
  'adopt',
] as const;
export type StepKind = (typeof stepKinds)[number];

/** One entry of the journal, as it is shown. */
export const StepSchema = z.object({
  id: z.number().int(),
  kind: z.enum(stepKinds),
  /** When, in ms since epoch. */
  at: z.number(),
  /** How many drafts it concerns. */
  drafts: z.number().int(),
  /** Title of the first of them, as it is now; may be empty. */
  title: z.string(),
  /** The fields that got another value, for `edit` and `change`. */
  fields: z.array(z.enum(Object.keys(draftFieldLabels) as [keyof typeof draftFieldLabels])),
  /** By how many days, for `move`; 0 when not by whole days for all. */
  days: z.number().int(),
  /** For `import` and `undoImport`. */
  file: z.object({ name: z.string(), created: z.number().int(), changed: z.number().int() }).nullable(),
});
export type Step = z.infer<typeof StepSchema>;

/** What an undo or redo came to. */
export const SteppedSchema = z.object({
  step: StepSchema,
  /** Drafts that were taken back, or changed again. */
  done: z.number().int(),
  /** Drafts that stay as they are. */
  kept: z.number().int(),
  /** The first of these, each with the reason in a sentence. */
  stayed: z.array(
    z.object({ draftId: z.string(), title: z.string(), startLocal: z.string().nullable(), why: z.string() }),
  ),
  /** Drafts that waited in the outbox and were taken out of it. */
  leftOutbox: z.number().int(),
});
export type Stepped = z.infer<typeof SteppedSchema>;

/** What Undo and Redo would do now; null when there is nothing. */
export const HistorySchema = z.object({ undo: StepSchema.nullable(), redo: StepSchema.nullable() });
export type History = z.infer<typeof HistorySchema>;
