import { z } from 'zod';
import type { PracticeEvent } from './store.ts';

/** One API request. There is nothing secret in it: no headers but the idempotency key, no query, no body. */
export type RequestLogEntry = {
  method: string;
  path: string;
  /** 0 while it runs, and when it got no whole answer. */
  status: number;
  idempotencyKey?: string;
  /** Arrival, in ms since the epoch. */
  at: number;
  /** True when a cached success was given again. */
  replayed?: true;
  /** The fault that was played on it. */
  fault?: string;
};

export type RequestLog = {
  add(entry: RequestLogEntry): RequestLogEntry;
  /** The latest requests, oldest first. */
  entries(): RequestLogEntry[];
  /** Counts over all requests, also those that fell out of the log. */
  countsByKey(): Map<string, number>;
};

/** So that a practice server that runs for weeks does not fill the memory. */
const maxEntries = 100_000;

/** An empty log. */
export function createRequestLog(): RequestLog {
  let entries: RequestLogEntry[] = [];
  const counts = new Map<string, number>();
  return {
    add(entry) {
      // Halving now and then is cheaper than shifting an array of this size on every request.
      if (entries.length >= maxEntries) entries = entries.slice(maxEntries / 2);
      entries.push(entry);
      if (entry.idempotencyKey !== undefined) increase(counts, entry.idempotencyKey);
      return entry;
    },
    entries: () => entries.map((entry) => ({ ...entry })),
    countsByKey: () => new Map(counts),
  };
}

/** How many events each key created: the proof, or the disproof, of "exactly once". */
export function effectsByKey(events: readonly PracticeEvent[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { idempotencyKey } of events) if (idempotencyKey !== null) increase(counts, idempotencyKey);
  return counts;
}

const Counts = z.record(z.string(), z.number().int());

/** What `GET /practice/report` gives. Tests in another process can parse the answer with it. */
export const PracticeReportSchema = z.object({
  events: z.array(z.custom<PracticeEvent>((value) => typeof value === 'object' && value !== null)),
  effectsByKey: Counts,
  requestsByKey: Counts,
  requests: z.array(z.custom<RequestLogEntry>((value) => typeof value === 'object' && value !== null)),
});
export type PracticeReport = z.infer<typeof PracticeReportSchema>;

/** Puts the report together. */
export function toReport(events: PracticeEvent[], log: RequestLog): PracticeReport {
  return {
    events,
    effectsByKey: Object.fromEntries(effectsByKey(events)),
    requestsByKey: Object.fromEntries(log.countsByKey()),
    requests: log.entries(),
  };
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
