import type { ContractName } from './contracts.ts';
import type { FaultControl } from './faults.ts';
import type { AddKeyOptions, Scope } from './keys.ts';
import type { RateLimitOptions } from './rate-limit.ts';
import type { PracticeReport, RequestLogEntry } from './report.ts';
import type { Channel } from './schemas.ts';
import type { PracticeEvent } from './store.ts';

/** Where the practice server gets the time from, in ms since the Unix epoch. Tests inject one that they can move. */
export type Clock = { now(): number };

/** How long, and for whom, an `Idempotency-Key` is remembered. */
export type IdempotencyOptions = {
  /** Life of an entry after success, in ms. Default 15 minutes (documented default, page idempotency). */
  successTtlMs?: number;
  /** Life of an entry while its first request runs, in ms. Default 45 seconds (documented default, same page). */
  inProgressTtlMs?: number;
  /**
   * Whose keys may collide. `owner` (default): all API keys of one owner share entries, so a retry after rotating the
   * API key still replays. `apiKey`: each API key has its own, so that retry creates a second event.
   */
  sharedBy?: 'owner' | 'apiKey';
};

/** Everything has a default: `startPracticeServer()` alone gives a usable server on a free port. */
export type PracticeOptions = {
  /** TCP port on 127.0.0.1; 0 (default) picks a free one. */
  port?: number;
  /** The first API key. Default: 32 random bytes, base64url. Says nothing about what Pinned's own keys look like. */
  key?: string;
  /** Scopes of the first key. Default `channels:read`, `events:create` (documented defaults) and `events:read`. */
  scopes?: Scope[];
  /** Channels of the first key's owner. Default: three samples. `someoneElsesChannel` is added if its id is free. */
  channels?: Channel[];
  /** Default null: no limit and no `X-RateLimit-*` headers. */
  rateLimit?: RateLimitOptions | null;
  idempotency?: IdempotencyOptions;
  /** Default: the system clock. Real waiting (`latencyMs`, the fault `slow`) does not follow it. */
  clock?: Clock;
  /** Numbers in [0, 1) for faults that use chance. Default `Math.random`; `seededRandom(seed)` repeats itself. */
  random?: () => number;
  /**
   * A JSON-lines file that every event, change and upload is appended to before it is answered, and that is read at
   * start. Its folder is made when missing. Default: nothing is kept.
   */
  journalFile?: string;
  /**
   * Id of the first event. Default 1001. A server that forgets should not hand out the ids of its earlier life again:
   * clients may still know those.
   */
  firstEventId?: number;
  /** Told about every defect behind a 500 that no fault planned. Default: written to standard error. */
  onDefect?: (error: unknown) => void;
  /** What is offered (`contracts.ts`). Default `full`. */
  contract?: ContractName;
  /** Real time that each API request takes before it commits, in ms. Default 0. */
  latencyMs?: number;
};

/** A running practice server. Everything here works in process, without a request. */
export type PracticeServer = {
  /** `http://127.0.0.1:PORT`, the base to use in place of `https://pinned.events`. */
  url: string;
  /** The first API key. It also guards `/practice/…`, even after it was revoked as an API key. */
  key: string;
  faults: FaultControl;
  /** Every event that exists, in the order of creation. */
  events(): PracticeEvent[];
  /** How many events each `Idempotency-Key` created. Exactly once means that every count is 1. */
  effectsByKey(): Map<string, number>;
  /** How many requests carried each `Idempotency-Key`, whatever became of them. */
  requestsByKey(): Map<string, number>;
  /** The log of API requests, oldest first, without secrets and bodies. */
  requests(): RequestLogEntry[];
  /** All of the above as plain data, as `GET /practice/report` gives it. */
  report(): PracticeReport;
  /** Adds an API key, or restores a revoked one given again, and returns its secret. */
  addKey(options?: AddKeyOptions): string;
  /** From now on the key gets 401. Unknown keys are ignored. */
  revokeKey(key: string): void;
  /** Replaces a key's scopes. @throws Error when the key is unknown. */
  setScopes(key: string, scopes: Scope[]): void;
  /** Replaces the limit and starts a new window for everyone; null lifts it. */
  setRateLimit(options: RateLimitOptions | null): void;
  /** From now on another contract is played; events and keys stay. */
  setContract(contract: ContractName): void;
  /** Drops every connection, also hanging ones, and frees the port. Safe to call twice. */
  close(): Promise<void>;
};
