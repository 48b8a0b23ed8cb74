import { type ChannelDirectory, createChannelDirectory } from './channels.ts';
import type { ContractName } from './contracts.ts';
import { createFaults, type FaultPlans } from './faults.ts';
import { createIdempotencyStore, type IdempotencyStore } from './idempotency.ts';
import { openJournal } from './journal.ts';
import { createKeyRing, type KeyRing, newKeyScopes } from './keys.ts';
import type { Clock, PracticeOptions } from './options.ts';
import { createRateLimiter, type RateLimiter } from './rate-limit.ts';
import { createRequestLog, type RequestLog } from './report.ts';
import { createEventStore, type EventStore } from './store.ts';

/** Everything that one practice server knows. Routes get it handed in; there are no globals. */
export type World = {
  clock: Clock;
  /** The first key, which also guards the control routes. */
  controlKey: string;
  keys: KeyRing;
  channels: ChannelDirectory;
  store: EventStore;
  idempotency: IdempotencyStore;
  /** Which requests share idempotency entries. */
  sharedBy: 'owner' | 'apiKey';
  limiter: RateLimiter;
  faults: FaultPlans;
  log: RequestLog;
  latencyMs: number;
  /** What is offered now. */
  contract: ContractName;
  /** Aborted when the server closes: nothing may be committed after that. */
  closing: AbortController;
  /** Told about every error that is not part of the imitated API. */
  onDefect(error: unknown): void;
  /** Base address of the server, without a slash at the end. */
  baseUrl(): string;
};

/**
 * Builds the world from the options, and fills it from the journal. `routes` are the names that faults may use.
 * @throws Error when the journal is damaged.
 */
export function createWorld(options: PracticeOptions, routes: readonly string[], baseUrl: () => string): World {
  const clock = options.clock ?? { now: Date.now };
  const keys = createKeyRing();
  const controlKey = keys.add({
    ...(options.key !== undefined && { key: options.key }),
    scopes: options.scopes ?? [...newKeyScopes, 'events:read'],
  });
  const idempotency = createIdempotencyStore(clock, options.idempotency);
  const store = createEventStore(clock, openJournal(options.journalFile), idempotency, options.firstEventId ?? 1001);

  return {
    clock,
    controlKey,
    keys,
    channels: createChannelDirectory(options.channels),
    store,
    idempotency,
    sharedBy: options.idempotency?.sharedBy ?? 'owner',
    limiter: createRateLimiter(clock, options.rateLimit ?? null),
    faults: createFaults(routes, options.random),
    log: createRequestLog(),
    latencyMs: options.latencyMs ?? 0,
    contract: options.contract ?? 'full',
    closing: new AbortController(),
    onDefect: options.onDefect ?? ((error) => console.error('practice API:', error)),
    baseUrl,
  };
}
