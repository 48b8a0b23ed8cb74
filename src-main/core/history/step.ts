import { z } from 'zod';
import type { DraftField } from '#shared/drafts/draft.ts';
import type { StepKind } from '#shared/history/step.ts';
import { type Db, get, run, write } from '../db/database.ts';
import { newestStep } from './rows.ts';

/** More than these are forgotten, the oldest first. */
export const STEPS_KEPT = 200;

/** Typing that goes on within this time is one step, in ms. */
export const ONE_GO_MS = 30_000;

export type NewStep = {
  kind: StepKind;
  /** The fields that get another value. */
  fields?: DraftField[];
  days?: number;
  importId?: string;
  /** Of an `edit`, whose draft (drafts.seq): it goes into the step before when that is the same typing. */
  draft?: number;
};

/**
 * Runs a change of drafts as one step of the journal, in one transaction with it. Within a larger step it is part of
 * that one. A step that changed nothing leaves no trace; any other takes away what could be redone.
 * @param work synchronous, like all that happens in a transaction
 */
export function asStep<T>(db: Db, step: NewStep, nowMs: number, work: () => T): T {
  return write(db, () => {
    if (openStep(db) !== null) return work();
    const goesOn = sameTyping(db, step, nowMs);
    const seq = goesOn ?? insertStep(db, step, nowMs);
    setOpenStep(db, seq);
    const result = work();
    setOpenStep(db, null);
    if (goesOn !== null) goOn(db, seq, nowMs);
    finishStep(db, seq);
    return result;
  });
}

const OpenRow = z.object({ step: z.number().nullable() });

function openStep(db: Db): number | null {
  return OpenRow.parse(get(db, 'SELECT step FROM history_now')).step;
}

/** Names the step that changes of drafts belong to; null: none, and they are refused. */
export function setOpenStep(db: Db, step: number | null): void {
  run(db, 'UPDATE history_now SET step = :step', { step });
}

function insertStep(db: Db, { kind, fields = [], days = 0, importId }: NewStep, nowMs: number): number {
  const row = get(
    db,
    `INSERT INTO history_steps (kind, at, fields, days, import_id)
     VALUES (:kind, :nowMs, :fields, :days, :importId) RETURNING seq`,
    { kind, nowMs, fields: JSON.stringify(fields), days, importId: importId ?? null },
  );
  return z.object({ seq: z.number() }).parse(row).seq;
}

/** The step before, when an edit is the same typing: the same fields of the same draft, a moment ago. */
function sameTyping(db: Db, { kind, fields = [], draft }: NewStep, nowMs: number): number | null {
  if (kind !== 'edit' || draft === undefined) return null;
  const before = newestStep(db);
  if (before === null || before.state !== 'done' || before.drafts !== 1) return null;
  if (!['edit', 'add'].includes(before.kind) || Math.abs(nowMs - before.at) >= ONE_GO_MS) return null;
  if (JSON.stringify(before.fields) !== JSON.stringify(fields)) return null;
  const same = get(db, 'SELECT 1 FROM history_entries WHERE step = :seq AND draft = :draft AND done = 1', {
    seq: before.seq,
    draft,
  });
  return same === undefined ? null : before.seq;
}

/** Typing that came back to where it began is no step any more. */
function goOn(db: Db, seq: number, nowMs: number): void {
  run(db, 'UPDATE history_steps SET at = :nowMs WHERE seq = :seq', { seq, nowMs });
  run(
    db,
    `DELETE FROM history_entries WHERE step = :seq AND made = 0
       AND fields = (SELECT d.fields FROM drafts d WHERE d.seq = draft)`,
    { seq },
  );
}

function finishStep(db: Db, seq: number): void {
  const drafts = z
    .object({ n: z.number() })
    .parse(get(db, 'SELECT count(*) AS n FROM history_entries WHERE step = :seq', { seq })).n;
  if (drafts === 0) {
    run(db, 'DELETE FROM history_steps WHERE seq = :seq', { seq });
    return;
  }
  run(
    db,
    `UPDATE history_steps SET drafts = :drafts, state = CASE WHEN kind IN ('salvage', 'adopt') THEN 'spent' ELSE 'done' END
     WHERE seq = :seq`,
    { seq, drafts },
  );
  forgetUndone(db);
  run(
    db,
    `DELETE FROM history_steps WHERE seq <= (
       SELECT seq FROM history_steps WHERE state = 'done' ORDER BY seq DESC LIMIT 1 OFFSET ${STEPS_KEPT})`,
  );
}

/** After a new step nothing can be redone. What stayed of an undone step still stands for what it did. */
function forgetUndone(db: Db): void {
  run(db, 'DELETE FROM history_entries WHERE done = 0');
  run(
    db,
    `DELETE FROM history_steps WHERE state = 'undone'
       AND NOT EXISTS (SELECT 1 FROM history_entries WHERE step = seq)`,
  );
  run(db, `UPDATE history_steps SET state = 'spent', undone_turn = NULL WHERE state = 'undone'`);
}

/** Takes out the steps that concern no draft any more, after drafts were deleted for good. */
export function forgetEmptySteps(db: Db): void {
  run(db, 'DELETE FROM history_steps WHERE NOT EXISTS (SELECT 1 FROM history_entries WHERE step = seq)');
}
