import type { OperationState } from '#shared/outbox/operation.ts';
import { all, type Db, get } from '../../../../db/database.ts';

/** The database as it is, seen through a connection of its own: only what is committed shows. */

export type Operation = {
  id: string;
  draft_id: string;
  channel_id: number;
  title: string;
  start_at: string;
  idempotency_key: string;
  state: OperationState;
  attempts: number;
  key_seen: 0 | 1;
  first_uncertain_at: number | null;
  lease_token: number;
  lease_owner: string | null;
  lease_expires_at: number | null;
  remote_id: string | null;
  error: string | null;
  asks: string | null;
  confirmed_at: number;
  start_ms: number;
  not_before: number | null;
};

export type Draft = {
  id: string;
  fields: string;
  source_key: string | null;
  import_id: string | null;
  operation_id: string | null;
  deleted_at: number | null;
};

export type Lane = {
  paused_by_person: 0 | 1;
  blocked_reason: string | null;
  paused_until: number | null;
  offline_since: number | null;
};

export type Attempt = {
  operation_id: string;
  lease_token: number;
  kind: 'send' | 'reconcile';
  finished_at: number | null;
  outcome: string | null;
};

const OPERATION = `id, draft_id, channel_id, title, start_at, idempotency_key, state, attempts, key_seen,
  first_uncertain_at, lease_token, lease_owner, lease_expires_at, remote_id, error, asks, confirmed_at, start_ms, not_before`;

export const readOperations = (db: Db) => all(db, `SELECT ${OPERATION} FROM operations ORDER BY seq`) as Operation[];

export const readDrafts = (db: Db) =>
  all(db, 'SELECT id, fields, source_key, import_id, operation_id, deleted_at FROM drafts ORDER BY seq') as Draft[];

export const readAttempts = (db: Db) =>
  all(db, 'SELECT operation_id, lease_token, kind, finished_at, outcome FROM attempts') as Attempt[];

export const readHeldChannels = (db: Db) =>
  (all(db, 'SELECT channel_id FROM channel_holds') as { channel_id: number }[]).map((row) => row.channel_id);

export const readLaneRow = (db: Db) =>
  get(db, 'SELECT paused_by_person, blocked_reason, paused_until, offline_since FROM lanes') as Lane | undefined;

export const operationByKey = (db: Db, key: string) =>
  get(db, `SELECT ${OPERATION}, body FROM operations WHERE idempotency_key = :key`, { key }) as
    | (Operation & { body: Uint8Array })
    | undefined;

/** The attempt of an operation before the one with that token. */
export const attemptBefore = (db: Db, id: string, token: number) =>
  get(
    db,
    `SELECT operation_id, lease_token, kind, finished_at, outcome FROM attempts
     WHERE operation_id = :id AND lease_token < :token ORDER BY lease_token DESC LIMIT 1`,
    { id, token },
  ) as Attempt | undefined;

/** A draft can have only one of these at a time. */
export const isLive = ({ state }: Operation) =>
  state === 'queued' || state === 'sending' || state === 'needsReview' || state === 'delivered';

/** Nothing of it can have been carried out, as far as the app knows. */
export const isUntouched = ({ state, first_uncertain_at }: Operation) =>
  state === 'queued' && first_uncertain_at === null;
