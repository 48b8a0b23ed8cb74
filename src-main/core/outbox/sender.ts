import { assertNever, OrganizerError } from '#shared/errors.ts';
import type { OperationError } from '#shared/outbox/operation.ts';
import type { ApiClient } from '../api/client.ts';
import { type Db, write } from '../db/database.ts';
import type { Clock, Random } from '../ports.ts';
import { type Claim, claimNext, renewLease } from './claim.ts';
import { classify } from './classify.ts';
import { applySettlement, finishAttempt, logAttempt } from './finish.ts';
import { block, isBlocked, markOffline, markOnline, pause, unblock } from './lane.ts';
import { type Finding, isClaimed, lookForEvent } from './reconcile.ts';
import { backoffMs, MOST_ATTEMPTS } from './timing.ts';

export type SenderParts = {
  db: Db;
  api: ApiClient;
  clock: Clock;
  random: Random;
  /** Name of this process in leases. */
  owner: string;
  /** False when the process of that name is surely gone. */
  isAlive: (owner: string) => boolean;
  /** Tells API keys apart without telling them. */
  keyMark: (key: string) => string;
  /**
   * The key, or null when none is stored. Asked for at every step, so that a new key works at once; `reread` asks the
   * keychain itself.
   */
  key: (how?: 'reread') => Promise<string | null>;
};

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
  const key = await askForKey(parts);
  if (key === null) return { moved: false, wakeAt: null };
  const claim = claimNext(db, { ...parts, keyMark: parts.keyMark(key) }, clock.now());
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
      await reconcile(parts, key, claim, signal);
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
  // Not abortable: whoever wants to stop waits for the answer, since an unknown outcome is worth more than a second.
  const exchange = await api.send({
    method: 'POST',
    path: '/events',
    key,
    body: claim.body,
    idempotencyKey: claim.operation.idempotency_key,
  });
  const limits = exchange.kind === 'answer' ? exchange.limits : null;
  const outcome = classify(exchange);
  finishAttempt(db, claim, outcome, limits, clock.now(), random.fraction());
  if (outcome.kind === 'keyProblem') await forgiveOldKey(parts, key);
}

/** A key that was replaced meanwhile, here or by another process, blocks nobody: the new one passed its own check. */
async function forgiveOldKey({ db, key }: SenderParts, used: string): Promise<void> {
  const stored = await key('reread').catch(() => used);
  if (stored !== null && stored !== used) write(db, () => unblock(db));
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

async function reconcile(parts: SenderParts, key: string, claim: Claim, signal?: AbortSignal): Promise<void> {
  const { db, api, clock } = parts;
  const finding = await lookForEvent(db, { api, key, signal }, claim.operation, () =>
    renewLease(db, claim, clock.now()),
  );
  settleFinding(parts, claim, finding, signal?.aborted === true);
  if (finding.kind === 'later' && finding.cause.code === 'key_refused') await forgiveOldKey(parts, key);
}

function settleFinding({ db, clock, random }: SenderParts, claim: Claim, finding: Finding, stopping: boolean): void {
  const now = clock.now();
  const { attempts } = claim.operation;
  const uncertainSince = claim.uncertainBefore ?? claim.startedAt;
  write(db, () => {
    switch (finding.kind) {
      case 'found':
        // Another process may have taken it for its own since the list was read: look again.
        if (isClaimed(db, finding.remoteId)) {
          applySettlement(db, claim, { ...again(claim), attempts, uncertainSince, notBefore: now + 1_000 }, now);
          return logAttempt(db, claim, 'later', null, now);
        }
        applySettlement(db, claim, { state: 'delivered', remoteId: finding.remoteId, attempts }, now);
        return logAttempt(db, claim, 'found', null, now);
      case 'absent':
        applySettlement(db, claim, { ...again(claim), attempts: 0, uncertainSince: null, notBefore: null }, now);
        return logAttempt(db, claim, 'absent', null, now);
      case 'unknown':
        applySettlement(db, claim, { state: 'needsReview', error: finding.error, attempts, uncertainSince }, now);
        return logAttempt(db, claim, 'unknown', finding.error, now);
      case 'later': {
        const tries = attempts + (finding.costsAttempt ? 1 : 0);
        const notBefore = now + 1_000 + backoffMs(6, random.fraction());
        const next =
          finding.costsAttempt && tries >= MOST_ATTEMPTS
            ? { state: 'needsReview' as const, error: couldNotLook(finding.cause), attempts: tries, uncertainSince }
            : { ...again(claim), attempts: tries, uncertainSince, notBefore };
        applySettlement(db, claim, next, now);
        logAttempt(db, claim, 'later', null, now);
        // Being told to stop says nothing about the network.
        return stopping ? undefined : holdLane(db, finding, now);
      }
      default:
        return assertNever(finding);
    }
  });
}

function again(claim: Claim) {
  const none = { code: 'waiting', message: 'Waiting to be sent.', status: null, requestId: null, field: null };
  return { state: 'queued' as const, error: claim.operation.error ?? none, conflictSince: null };
}

/** A list that could not be read holds the lane for the same reasons as a refused event. */
function holdLane(db: Db, { cause, waitMs }: Finding & { kind: 'later' }, nowMs: number): void {
  if (cause.code === 'key_refused') return block(db, 'invalid_api_key', cause.message);
  if (cause.code === 'offline') return markOffline(db, nowMs);
  pause(db, nowMs, Math.max(waitMs ?? 0, 5_000), waitMs === null ? 'server_trouble' : 'rate_limited');
}

function couldNotLook(cause: OrganizerError): OperationError {
  const message = `An attempt had no clear answer, and the list of events cannot be read: ${cause.message} Please look on Pinned Events, then say what you found.`;
  return { code: 'cannot_look', message, status: null, requestId: null, field: null };
}
