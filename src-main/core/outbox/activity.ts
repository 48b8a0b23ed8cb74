import { z } from 'zod';
import type { Activity } from '#shared/contract/outbox-views.ts';
import { operationStates } from '#shared/outbox/operation.ts';
import { all, type Db } from '../db/database.ts';

const OperationRow = z.object({
  id: z.string(),
  state: z.enum(operationStates),
  remote_id: z.string().nullable(),
  queued_at: z.number(),
  finished_at: z.number().nullable(),
});

const AttemptRow = z.object({
  operation_id: z.string(),
  kind: z.enum(['send', 'reconcile']),
  started_at: z.number(),
  finished_at: z.number().nullable(),
  outcome: z.string().nullable(),
  status: z.number().nullable(),
  request_id: z.string().nullable(),
});

/** Everything that was done to publish a draft, oldest first: queued, each attempt, what the person decided. */
export function listActivity(db: Db, draftId: string): Activity[] {
  const decisions = all(
    db,
    'SELECT id, state, remote_id, queued_at, finished_at FROM operations WHERE draft_id = :draftId ORDER BY seq',
    { draftId },
  ).flatMap((row) => ofPerson(OperationRow.parse(row)));
  const attempts = all(
    db,
    `SELECT a.operation_id, a.kind, a.started_at, a.finished_at, a.outcome, a.status, a.request_id
     FROM attempts a JOIN operations o ON o.id = a.operation_id WHERE o.draft_id = :draftId
     ORDER BY a.started_at, a.lease_token`,
    { draftId },
  ).map((row) => ofAttempt(AttemptRow.parse(row)));
  // Stable, so that at one and the same moment the order is: queued, attempts in their order, the end.
  const ends = decisions.filter(({ kind }) => kind !== 'queued');
  const beginnings = decisions.filter(({ kind }) => kind === 'queued');
  return [...beginnings, ...attempts, ...ends].sort((a, b) => a.at - b.at);
}

const nothing = { tookMs: null, outcome: null, status: null, requestId: null };

function ofPerson(row: z.infer<typeof OperationRow>): Activity[] {
  const lines: Activity[] = [{ operationId: row.id, at: row.queued_at, kind: 'queued', ...nothing }];
  const at = row.finished_at;
  if (at !== null && row.state === 'cancelled') lines.push({ operationId: row.id, at, kind: 'cancelled', ...nothing });
  // Only the person's word delivers without an id of the platform.
  if (at !== null && row.state === 'delivered' && row.remote_id === null)
    lines.push({ operationId: row.id, at, kind: 'confirmed', ...nothing });
  return lines;
}

function ofAttempt(row: z.infer<typeof AttemptRow>): Activity {
  return {
    operationId: row.operation_id,
    at: row.started_at,
    kind: row.kind === 'send' ? 'send' : 'look',
    tookMs: row.finished_at === null ? null : Math.max(row.finished_at - row.started_at, 0),
    outcome: row.outcome,
    status: row.status,
    requestId: row.request_id,
  };
}
