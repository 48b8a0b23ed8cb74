import { assertNever, OrganizerError } from '#shared/errors.ts';
import { type Db, write } from '../../db/database.ts';
import { requireStorage } from '../../db/storage.ts';
import { catchUp } from '../after-restore/catch-up.ts';
import { type Claim, claimNext, mindClock } from '../attempt/claim.ts';
import { classify } from '../attempt/classify.ts';
import { finishAttempt } from '../attempt/finish.ts';
import { block, isBlocked, markOffline, markOnline } from '../lane/lane.ts';
import { giveBackIfLapsed } from './lapse.ts';
import { lookFor } from './look.ts';
import { forgiveOldKey, type SenderParts } from './parts.ts';
import { finishOrKeep, writeKeptOutcomes } from './unwritten.ts';

/** What one step did: something moved, or nothing could. */
export type Step = { moved: true } | { moved: false; wakeAt: number | null };

/** Patience for the look whether the platform is back, in ms. */
const PROBE_TIMEOUT_MS = 5_000;

/**
 * One unit of work of the outbox: claim, send, write the outcome. Safe to call from several processes on one data
 * directory, and to be killed at any point. The order is the whole promise: the claim is on the disk before the bytes
 * leave, and the outcome is on the disk before anything else is tried.
 */
export async function step(parts: SenderParts, signal?: AbortSignal): Promise<Step> {
  const { db, clock } = parts;
  // What the disk does not take is not begun.
  requireStorage(db);
  writeKeptOutcomes(db);
  const key = await askForKey(parts);
  if (key === null) {
    write(db, () => mindClock(db, clock.now()));
    return { moved: false, wakeAt: null };
  }
  if (await catchUp(parts, key, signal)) return { moved: true };
  const claimant = { ...parts, keyMark: parts.keyMark(key) };
  // The clock is read when the lock is ours: who waited for it would come with a time from before what others noted, and
  // take that for a clock that was set back.
  const claim = write(db, () => claimNext(db, claimant, clock.now()));
  switch (claim.kind) {
    case 'nothing':
      return { moved: false, wakeAt: claim.wakeAt };
    case 'probe':
      await probe(parts, key, signal);
      return { moved: true };
    case 'send':
      await send(parts, key, claim);
      return { moved: true };
    case 'reconcile':
      await lookFor(parts, key, claim, signal);
      return { moved: true };
    default:
      return assertNever(claim);
  }
}

/** The key, or null with the lane saying why: none is stored, or the keychain does not answer. */
async function askForKey({ db, key }: SenderParts): Promise<string | null> {
  try {
    const known = await key();
    if (known === null) blockForKey(db, 'There is no API key yet. Add one, and sending begins.');
    return known;
  } catch (thrown) {
    if (!(thrown instanceof OrganizerError) || thrown.code !== 'keychain_unavailable') throw thrown;
    blockForKey(db, thrown.message);
    return null;
  }
}

/** Written only when it is news, since every write wakes up whoever watches the database. */
function blockForKey(db: Db, message: string): void {
  if (isBlocked(db)) return;
  write(db, () => block(db, 'no_key', message));
}

async function send(parts: SenderParts, key: string, claim: Claim): Promise<void> {
  const { db, api, clock, random } = parts;
  if (giveBackIfLapsed(parts, claim)) return;
  // Not abortable: whoever wants to stop waits for the answer, since an unknown outcome is worth more than a second.
  const exchange = await api.send({
    method: 'POST',
    path: '/events',
    key,
    body: claim.body,
    idempotencyKey: claim.operation.idempotency_key,
  });
  const outcome = classify(exchange);
  const answeredAt = clock.now();
  finishOrKeep(db, () => finishAttempt(db, claim, outcome, exchange, answeredAt, random.fraction()));
  if (outcome.kind === 'keyProblem') await forgiveOldKey(parts, key);
  if (outcome.kind === 'refused' || outcome.kind === 'channelProblem') await parts.afterRefusal?.();
}

/** Any answer of the platform itself, even a refusal, says that the network is back. A page for people does not. */
async function probe({ db, api, clock }: SenderParts, key: string, signal?: AbortSignal): Promise<void> {
  const exchange = await api.send({
    method: 'GET',
    path: '/channels?page=1&limit=1',
    key,
    timeoutMs: PROBE_TIMEOUT_MS,
    signal,
  });
  if (signal?.aborted) return;
  const answered = exchange.kind === 'answer' && exchange.json !== undefined && !exchange.html;
  write(db, () => (answered ? markOnline(db) : markOffline(db, clock.now())));
}
