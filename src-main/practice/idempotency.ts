import { ApiError, invalidRequest } from './errors.ts';
import type { Caller } from './keys.ts';
import type { Answer } from './operation.ts';
import type { Clock, IdempotencyOptions } from './options.ts';

/** Documented defaults, "server-configurable" (page idempotency). */
export const defaultSuccessTtlMs = 15 * 60_000;
export const defaultInProgressTtlMs = 45_000;

/** Assumed: the page names no length. */
export const maxKeyLength = 255;

/** One request's claim: `namespace` keeps the keys of different owners apart. */
export type Claim = { namespace: string; key: string; payloadHash: string };

/** Thrown by work that died without a trace: its entry stays in progress until it expires. */
export class WorkerLost extends Error {
  override readonly name = 'WorkerLost';
}

export type IdempotencyStore = {
  /** Runs `work` once per claim, or replays its answer. @throws ApiError 409 `conflict`. */
  run(claim: Claim, work: () => Promise<Answer>): Promise<{ answer: Answer; replayed: boolean }>;
  /** Puts back a success from before a restart. `succeededAt` in ms since the epoch. */
  restore(claim: Claim, answer: Answer, succeededAt: number): void;
};

type Entry = { payloadHash: string; expiresAt: number; answer: Answer | null };

/**
 * Duplicate-safe creation as the page idempotency describes it. When an entry has expired, the same key creates a
 * second event: the trap that a client has to survive by itself.
 */
export function createIdempotencyStore(clock: Clock, options: IdempotencyOptions = {}): IdempotencyStore {
  const { successTtlMs = defaultSuccessTtlMs, inProgressTtlMs = defaultInProgressTtlMs } = options;
  const entries = new Map<string, Entry>();
  let nextSweepAt = clock.now() + successTtlMs;

  function sweep(now: number) {
    if (now < nextSweepAt) return;
    nextSweepAt = now + successTtlMs;
    for (const [id, entry] of entries) if (now >= entry.expiresAt) entries.delete(id);
  }

  return {
    async run(claim, work) {
      const now = clock.now();
      const id = entryId(claim);
      sweep(now);
      const known = entries.get(id);
      if (known && now < known.expiresAt) return { answer: answerFrom(known, claim), replayed: true };

      const entry: Entry = { payloadHash: claim.payloadHash, expiresAt: now + inProgressTtlMs, answer: null };
      entries.set(id, entry);
      // When this work takes longer than the entry lives, another request may own the id by now: leave that one alone.
      const mine = () => entries.get(id) === entry;
      try {
        const answer = await work();
        if (mine()) entries.set(id, { ...entry, answer, expiresAt: clock.now() + successTtlMs });
        return { answer, replayed: false };
      } catch (error) {
        // Assumed: failures are not cached, so the same key may try again at once.
        if (mine() && !(error instanceof WorkerLost)) entries.delete(id);
        throw error;
      }
    },
    restore(claim, answer, succeededAt) {
      entries.set(entryId(claim), { payloadHash: claim.payloadHash, answer, expiresAt: succeededAt + successTtlMs });
    },
  };
}

/** Which requests can collide: those with equal namespaces. Never an API key itself. */
export function namespaceOf(caller: Caller, sharedBy: NonNullable<IdempotencyOptions['sharedBy']>): string {
  // Assumed: entries belong to the owner. The page does not say what happens when the API key is rotated.
  return sharedBy === 'owner' ? caller.owner : caller.keyId;
}

/** Reads the header of a request; undefined when it sent none. @throws ApiError 400 when it is empty or too long. */
export function readIdempotencyKey(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  const key = String(header).trim();
  // Assumed: an empty key is refused, not taken for a missing one.
  if (key === '') throw invalidRequest('Idempotency-Key', 'Must not be empty.');
  if (key.length > maxKeyLength)
    throw invalidRequest('Idempotency-Key', `Must have at most ${maxKeyLength} characters.`);
  return key;
}

function answerFrom(entry: Entry, claim: Claim): Answer {
  if (entry.payloadHash !== claim.payloadHash) {
    throw new ApiError('conflict', 'This Idempotency-Key was already used with a different payload.');
  }
  // Assumed: 409 as well while the first request is still running. The page gives the 45 seconds, not the answer.
  if (!entry.answer) throw new ApiError('conflict', 'A request with this Idempotency-Key is still in progress.');
  return entry.answer;
}

function entryId({ namespace, key }: Claim): string {
  return JSON.stringify([namespace, key]);
}
