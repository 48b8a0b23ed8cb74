import { OrganizerError } from '#shared/errors.ts';
import type { Stepped } from '#shared/history/step.ts';
import { all, type Db, get, run, write } from '../db/database.ts';
import type { EnqueueParts } from '../outbox/queue/freeze.ts';
import { findStep, nextToRedo, nextToUndo, type StepRow, viewStep } from './rows.ts';
import { setOpenStep } from './step.ts';
import { type EntryRow, EntryRowSchema, swapEntry } from './swap.ts';
import { bringBackMade, removeMade } from './swap-made.ts';

/** Drafts that stay and are named; more are only counted. */
const MOST_NAMED = 200;

const NEWER_FIRST = 'This was changed again since. Undo the newer change first.';

/** Entries that are read at once. */
const PAGE = 500;

/**
 * Takes a step back: the newest one, or the named one where nothing of it was changed since. Drafts that are published
 * or may be on their way stay, and are named with the reason. Null when there is nothing to undo.
 * @throws OrganizerError `not_found` when that step can be taken back no more, `not_allowed` with the reason when none
 * of its drafts can be taken back now; then nothing has changed.
 */
export function undoStep(parts: EnqueueParts, seq: number | null, nowMs: number): Stepped | null {
  const { db } = parts;
  return write(db, () => {
    const step = seq === null ? nextToUndo(db) : findStep(db, seq);
    if (step === null && seq === null) return null;
    if (step?.state !== 'done') {
      throw new OrganizerError('not_found', 'This can no longer be undone. Undo goes back from the newest change.');
    }
    const isNewest = nextToUndo(db)?.seq === step.seq;
    if (!isNewest) refuseChangedSince(db, step);
    const stepped = swapAll(parts, step, 1, nowMs, isNewest);
    if (stepped.done > 0) {
      run(
        db,
        `UPDATE history_steps SET state = 'undone',
           undone_turn = (SELECT coalesce(max(undone_turn), 0) + 1 FROM history_steps) WHERE seq = :seq`,
        { seq: step.seq },
      );
      markImport(db, step, step.kind === 'import' ? nowMs : null);
    }
    return stepped;
  });
}

/**
 * Does again what was undone last. Null when there is nothing to redo.
 * @throws OrganizerError `not_allowed` with the reason when nothing of it can be done again now
 */
export function redoStep(parts: EnqueueParts, nowMs: number): Stepped | null {
  const { db } = parts;
  return write(db, () => {
    const step = nextToRedo(db);
    if (step === null) return null;
    const stepped = swapAll(parts, step, 0, nowMs, true);
    if (stepped.done > 0) {
      run(db, `UPDATE history_steps SET state = 'done', undone_turn = NULL WHERE seq = :seq`, { seq: step.seq });
      markImport(db, step, step.kind === 'undoImport' ? nowMs : null);
    }
    return stepped;
  });
}

/**
 * Swaps every draft of a step whose entry is `done` (1) or not (0).
 * @param inOrder false for a step among others: then what no longer fits refuses all of it
 */
function swapAll(parts: EnqueueParts, step: StepRow, done: 0 | 1, nowMs: number, inOrder: boolean): Stepped {
  const { db } = parts;
  const stepped: Stepped = { step: viewStep(db, step.seq), done: 0, kept: 0, stayed: [], leftOutbox: 0 };
  let staysForNow: string | null = null;
  setOpenStep(db, step.seq);
  stepped.done += done === 1 ? removeMade(db, step.seq, nowMs) : bringBackMade(db, step.seq);
  for (const entry of entriesOf(db, step.seq, done)) {
    const swapped = swapEntry(parts, entry, nowMs);
    if (swapped.kind === 'swapped') {
      stepped.done += 1;
      if (swapped.leftOutbox) stepped.leftOutbox += 1;
      continue;
    }
    const { draft, why, because } = swapped;
    if (because === 'doesNotFit' && !inOrder) throw new OrganizerError('not_allowed', NEWER_FIRST);
    stepped.kept += 1;
    if (because === 'lockedForNow') staysForNow ??= why;
    if (stepped.stayed.length < MOST_NAMED) {
      stepped.stayed.push({ draftId: draft.id, title: draft.fields.title, startLocal: draft.fields.startLocal, why });
    }
  }
  setOpenStep(db, null);
  if (stepped.done > 0) return stepped;
  // It may go later: thrown, so that the step is still there then.
  if (staysForNow !== null) throw new OrganizerError('not_allowed', staysForNow);
  // It never will: out of the way of the steps before it.
  run(db, `UPDATE history_steps SET state = 'spent', undone_turn = NULL WHERE seq = :seq`, { seq: step.seq });
  return stepped;
}

function* entriesOf(db: Db, step: number, done: 0 | 1): Generator<EntryRow> {
  for (let after = -1; ; ) {
    const page = all(
      db,
      `SELECT e.*, d.id FROM history_entries e JOIN drafts d ON d.seq = e.draft
       WHERE e.step = :step AND e.done = :done AND e.draft > :after ORDER BY e.draft LIMIT ${PAGE}`,
      { step, done, after },
    ).map((row) => EntryRowSchema.parse(row));
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.draft;
  }
}

/** A step that is not the newest is taken back as a whole or not at all, so that going on with Undo fits. */
function refuseChangedSince(db: Db, step: StepRow): void {
  const since = get(
    db,
    `SELECT 1 FROM history_entries e WHERE e.step = :seq AND e.done = 1
       AND EXISTS (SELECT 1 FROM history_entries l WHERE l.draft = e.draft AND l.step > :seq AND l.done = 1)`,
    { seq: step.seq },
  );
  if (since !== undefined) throw new OrganizerError('not_allowed', NEWER_FIRST);
}

/** An import that was undone is one that was taken back, and the other way round. */
function markImport(db: Db, { kind, import_id: importId }: StepRow, undoneAt: number | null): void {
  if (importId === null || (kind !== 'import' && kind !== 'undoImport')) return;
  run(db, 'UPDATE imports SET undone_at = :undoneAt WHERE id = :importId', { importId, undoneAt });
}
