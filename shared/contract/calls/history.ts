import { z } from 'zod';
import { HistorySchema, SteppedSchema } from '../../history/step.ts';
import { Nothing } from './parts.ts';

/** Undo and redo. */
export const historyCalls = {
  /** What Undo and Redo would do now. Changes with the topic `drafts`. */
  getHistory: { input: Nothing, output: HistorySchema },
  /** Takes back the newest step, or the named one. `stepped` is null when there is nothing to undo. */
  undo: {
    input: z.strictObject({ step: z.number().int().nullable() }),
    output: z.object({ stepped: SteppedSchema.nullable() }),
  },
  redo: { input: Nothing, output: z.object({ stepped: SteppedSchema.nullable() }) },
} as const;
