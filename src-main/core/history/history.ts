import type { History, Step, Stepped } from '#shared/history/step.ts';
import type { EnqueueParts } from '../outbox/queue/freeze.ts';
import type { Clock } from '../ports.ts';
import { listSteps, nextToRedo, nextToUndo, viewStep } from './rows.ts';
import { redoStep, undoStep } from './undo.ts';

/** What the person did to drafts, to be taken back and done again. Kept in the database, so a restart changes nothing. */
export type HistoryApi = {
  /** What Undo and Redo would do now. */
  current(): History;
  /** All that can be undone, and all that can be redone, what comes next first. */
  list(): { done: Step[]; undone: Step[] };
  /** Takes back the newest step, or that one. Null when there is nothing. @throws OrganizerError see `undoStep` */
  undo(step: number | null): Stepped | null;
  /** Does again what was undone last. Null when there is nothing. @throws OrganizerError see `redoStep` */
  redo(): Stepped | null;
};

type Parts = EnqueueParts & { clock: Clock; afterChange: (stepped: Stepped | null) => Stepped | null };

/** Undo and redo of one workspace. */
export function createHistory({ clock, afterChange, ...parts }: Parts): HistoryApi {
  const { db } = parts;
  const view = (step: { seq: number } | null) => (step === null ? null : viewStep(db, step.seq));
  return {
    current: () => ({ undo: view(nextToUndo(db)), redo: view(nextToRedo(db)) }),
    list: () => listSteps(db),
    undo: (step) => afterChange(undoStep(parts, step, clock.now())),
    redo: () => afterChange(redoStep(parts, clock.now())),
  };
}
