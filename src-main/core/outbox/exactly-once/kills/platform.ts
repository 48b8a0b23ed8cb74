import { setTimeout as sleep } from 'node:timers/promises';
import { type FaultKind, type PracticeServer, seededRandom, startPracticeServer } from '#practice/server.ts';
import { type FastTime, fastNow } from './fast-time.ts';

/** Longest time that the platform works on a request by itself, in real ms. */
const SLOW_MS = 40;

const SCOPES = ['channels:read', 'events:create'] as const;

/**
 * The platform of one campaign: the practice API in fast time, with a rate limit, and with every fault it has. A new key
 * may not read events, so without `canRead` nobody but the person can settle an old doubt.
 */
export async function startPlatform(options: { seed: number; time: FastTime; canRead: boolean; keyLifeMs?: number }) {
  const server = await startPracticeServer({
    clock: { now: () => fastNow(options.time) },
    random: seededRandom(options.seed),
    latencyMs: 4,
    scopes: options.canRead ? [...SCOPES, 'events:read'] : [...SCOPES],
    ...(options.keyLifeMs !== undefined && { idempotency: { successTtlMs: options.keyLifeMs } }),
    rateLimit: { limit: 60, windowMs: 10_000 },
  });
  planFaults(server);
  return server;
}

/** By chance of one request: often where events are made, seldom where a list of many pages is read. */
function planFaults({ faults }: PracticeServer): void {
  const plans: [kind: FaultKind, plan?: { retryAfter: 'seconds' | 'date' | 'none'; retryAfterMs: number }][] = [
    ['resetBeforeCommit'],
    ['resetAfterCommit'],
    ['errorBeforeCommit'],
    ['errorAfterCommit'],
    ['rateLimited', { retryAfter: 'seconds', retryAfterMs: 3_000 }],
    ['rateLimited', { retryAfter: 'date', retryAfterMs: 3_000 }],
    ['rateLimited', { retryAfter: 'none', retryAfterMs: 0 }],
    ['unavailable', { retryAfter: 'seconds', retryAfterMs: 2_000 }],
    ['unavailable', { retryAfter: 'date', retryAfterMs: 2_000 }],
    ['unavailable', { retryAfter: 'none', retryAfterMs: 0 }],
    ['badGatewayBeforeCommit'],
    ['badGatewayAfterCommit'],
    ['captivePortal'],
    ['truncatedBody'],
    ['slow'],
    ['stuckInProgress'],
    ['hangBeforeCommit'],
    ['hangAfterCommit'],
  ];
  for (const [kind, plan] of plans) {
    const often = kind.startsWith('hang') ? 0.008 : 0.015;
    faults.random(kind, { route: 'POST /events', probability: often, delayMs: SLOW_MS, ...plan });
    for (const route of ['GET /events', 'GET /channels'])
      faults.random(kind, { route, probability: 0.004, delayMs: SLOW_MS, ...plan });
  }
}

/** Waits until requests of dead senders are through: fast time must not jump while the platform works on one. */
export function quiet(): Promise<void> {
  return sleep(3 * SLOW_MS);
}

/** Resolves when the next request to create has arrived and waits for its commit. */
export async function arrival({ faults }: PracticeServer, goOn: () => boolean): Promise<boolean> {
  faults.next('slow', { route: 'POST /events', delayMs: 2 * SLOW_MS });
  return until(() => faults.planned().scripted.length === 0, goOn);
}

/** Resolves when the next request to create has been carried out and not answered. */
export async function commit(server: PracticeServer, goOn: () => boolean): Promise<boolean> {
  const before = server.events().length;
  server.faults.next('hangAfterCommit', { route: 'POST /events' });
  const taken = await until(() => server.faults.planned().scripted.length === 0, goOn);
  return taken && until(() => server.events().length > before, goOn);
}

/** Looks every millisecond. False when `goOn` ended it. */
export async function until(reached: () => boolean, goOn: () => boolean): Promise<boolean> {
  while (!reached()) {
    if (!goOn()) return false;
    await sleep(1);
  }
  return true;
}
