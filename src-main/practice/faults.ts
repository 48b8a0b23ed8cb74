import { z } from 'zod';
import { invalidRequest } from './errors.ts';
import { RetryAfterStyleSchema } from './retry-after.ts';

/**
 * What can go wrong. "Before commit": no event was created. "After commit": it was, and the client does not learn it.
 *
 * | kind | the client sees |
 * |---|---|
 * | resetBeforeCommit, resetAfterCommit | the connection is reset |
 * | errorBeforeCommit, errorAfterCommit | 500 `internal_error` |
 * | rateLimited | 429 `rate_limited` (before commit), see `retryAfter` |
 * | unavailable | 503 with HTML from a proxy (before commit), see `retryAfter` |
 * | badGatewayBeforeCommit, badGatewayAfterCommit | 502 with HTML from a proxy |
 * | captivePortal | 200 with a sign-in page in HTML (before commit) |
 * | truncatedBody | the true answer, cut off in the middle (after commit) |
 * | slow | the true answer, `delayMs` late; commits even when the client has gone |
 * | hangBeforeCommit, hangAfterCommit | no answer until the client gives up |
 * | stuckInProgress | a reset; nothing was created, but the idempotency key stays in progress until it expires |
 */
export const faultKinds = [
  'resetBeforeCommit',
  'resetAfterCommit',
  'errorBeforeCommit',
  'errorAfterCommit',
  'rateLimited',
  'unavailable',
  'badGatewayBeforeCommit',
  'badGatewayAfterCommit',
  'captivePortal',
  'truncatedBody',
  'slow',
  'hangBeforeCommit',
  'hangAfterCommit',
  'stuckInProgress',
] as const;
export const FaultKindSchema = z.enum(faultKinds);
export type FaultKind = z.infer<typeof FaultKindSchema>;

const details = {
  /** Only requests of this route, as `POST /events` or `GET /api/llm/events`. Default: every API route. */
  route: z.string().optional(),
  /** For rateLimited and unavailable. Default `seconds`. */
  retryAfter: RetryAfterStyleSchema.optional(),
  /** For rateLimited and unavailable: how long to wait, in ms. Default 1000. */
  retryAfterMs: z.number().min(0).optional(),
  /** For slow: real time in ms. Default 1000. */
  delayMs: z.number().min(0).optional(),
};

export const ScriptedFaultSchema = z.object({
  kind: FaultKindSchema,
  ...details,
  /** How many matching requests it meets. Default 1. */
  times: z.number().int().min(1).optional(),
});
export const RandomFaultSchema = z.object({ kind: FaultKindSchema, ...details, probability: z.number().min(0).max(1) });
export type ScriptedFault = z.infer<typeof ScriptedFaultSchema>;
export type RandomFault = z.infer<typeof RandomFaultSchema>;

/** One fault, decided for one request. */
export type Fault = Omit<ScriptedFault, 'times'>;

export type FaultControl = {
  /**
   * Plays the fault on the next matching request(s). Scripted faults come in the order they were added.
   * @throws ApiError when there is no such route.
   */
  next(kind: FaultKind, plan?: Omit<ScriptedFault, 'kind'>): void;
  /**
   * Plays the fault by chance on every matching request that no scripted fault meets. Rules add up.
   * @throws ApiError when there is no such route.
   */
  random(kind: FaultKind, plan: Omit<RandomFault, 'kind'>): void;
  /** Forgets scripted and random faults. */
  clear(): void;
  /** What is still planned. `times` counts down. */
  planned(): { scripted: ScriptedFault[]; random: RandomFault[] };
  /** From now on chance follows this seed, so that a run can be repeated. */
  seed(seed: number): void;
};

export type FaultPlans = FaultControl & {
  /** Forgets all plans for these, or changes nothing. @throws ApiError when there is no such route. */
  replace(scripted: ScriptedFault[], random: RandomFault[]): void;
  /** Decides what happens to a request of this route, and uses the plan up. */
  take(route: string): Fault | undefined;
};

/** The plans of one server, which knows these routes by name. */
export function createFaults(routes: readonly string[], initialRandom: () => number = Math.random): FaultPlans {
  let scripted: (ScriptedFault & { times: number })[] = [];
  let byChance: RandomFault[] = [];
  let random = initialRandom;

  // A misspelt route would never match, and the test that plans the fault would prove nothing.
  function known<T extends Fault>(fault: T): T {
    if (fault.route === undefined || routes.includes(fault.route)) return fault;
    throw invalidRequest('route', `There is no ${fault.route}, only ${routes.join(', ')}.`);
  }
  const counted = (fault: ScriptedFault) => ({ ...known(fault), times: fault.times ?? 1 });

  return {
    next: (kind, plan = {}) => void scripted.push(counted({ kind, ...plan })),
    random: (kind, plan) => void byChance.push(known({ kind, ...plan })),
    clear() {
      scripted = [];
      byChance = [];
    },
    replace(nextScripted, nextByChance) {
      [scripted, byChance] = [nextScripted.map(counted), nextByChance.map(known)];
    },
    planned: () => ({ scripted: scripted.map((fault) => ({ ...fault })), random: [...byChance] }),
    seed(seed) {
      random = seededRandom(seed);
    },
    take(route) {
      const matches = (fault: Fault) => fault.route === undefined || fault.route === route;
      const planned = scripted.find(matches);
      if (!planned) return byChance.find((fault) => matches(fault) && random() < fault.probability);
      planned.times -= 1;
      scripted = scripted.filter(({ times }) => times > 0);
      return planned;
    },
  };
}

/** A repeatable stand-in for `Math.random`: Marsaglia's xorshift over 32 bits. Any number is a seed. */
export function seededRandom(seed: number): () => number {
  let state = (Math.trunc(seed) ^ 0x9e3779b9) | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
