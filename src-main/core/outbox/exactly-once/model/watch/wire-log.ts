/** What was seen on the wire, in order. It knows nothing of the database: it is the other half of the proof. */

/** A `POST /events` that left, or tried to. Times in ms since the epoch, on both clocks. */
export type Departure = {
  seq: number;
  sender: string;
  apiKey: string;
  idempotencyKey: string;
  bytes: string;
  hereMs: number;
  trueMs: number;
};

/** Since when the platform may know an idempotency key, as far as anybody who watches the wire can tell. */
export type Doubt = Pick<Departure, 'seq' | 'apiKey' | 'hereMs' | 'trueMs'>;

/** Statuses that prove that nothing was created (page errors). */
const DEFINITE = new Set([400, 401, 403, 404, 429]);

export function createWireLog() {
  let seq = 0;
  const departures = new Map<string, Departure[]>();
  const arrivals = new Map<string, number>();
  const doubts = new Map<string, Doubt>();
  let lastLook = 0;
  let pause: { untilMs: number; lengthMs: number } | null = null;

  return {
    doubts,
    departures,
    next: () => ++seq,
    depart(departure: Departure) {
      departures.set(departure.idempotencyKey, [...(departures.get(departure.idempotencyKey) ?? []), departure]);
    },
    arrive: (key: string) => void arrivals.set(key, (arrivals.get(key) ?? 0) + 1),
    arrivals,
    /** Somebody read the list of events. */
    looked() {
      lastLook = ++seq;
    },
    /** Place in the log of the newest look. */
    lastLook: () => lastLook,
    /** The sender was told that nothing was created, or could not even connect: the first doubt is over. */
    settled(departure: Departure, status: number | 'notConnected') {
      const first = doubts.get(departure.idempotencyKey)?.seq === departure.seq;
      if (first && (status === 'notConnected' || DEFINITE.has(status))) doubts.delete(departure.idempotencyKey);
    },
    /** When the platform said not to come back earlier. */
    pausedUntil: () => pause?.untilMs ?? Number.NEGATIVE_INFINITY,
    /** The platform asked for a pause from now on. The longest counts. */
    askedToWait(nowMs: number, lengthMs: number) {
      if (nowMs + lengthMs > (pause?.untilMs ?? 0)) pause = { untilMs: nowMs + lengthMs, lengthMs };
    },
    /** The clock was set back: no pause lasts longer than it was meant to, and one that was over is over. */
    clockSetBack(beforeMs: number, nowMs: number) {
      if (pause === null || pause.untilMs <= beforeMs) pause = null;
      else pause.untilMs = Math.min(pause.untilMs, nowMs + pause.lengthMs);
    },
  };
}
export type WireLog = ReturnType<typeof createWireLog>;
