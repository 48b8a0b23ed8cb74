/**
 * What one request came to, before anybody judges it. `classify` (outbox) and the readers (catalogue) look at this and
 * at nothing else.
 */
export type Exchange =
  | {
      kind: 'answer';
      status: number;
      /** Parsed JSON, or undefined when the body was not JSON (`text` says what it was). */
      json: unknown;
      /** True when the answer looks like a page for people: a proxy, a captive portal. */
      html: boolean;
      /** ms to wait, from `Retry-After`; null when absent or malformed. */
      retryAfterMs: number | null;
      limits: RateLimitHint;
    }
  /** No answer. `left` tells whether bytes may have reached the server. */
  | { kind: 'noAnswer'; left: boolean; code: string };

/** `X-RateLimit-*` as far as it could be read. The suffixes are assumed, so each may be missing. */
export type RateLimitHint = {
  remaining: number | null;
  /** ms until the window is new, by the smallest reading that makes sense; a hint, never trusted alone. */
  resetMs: number | null;
};

/** Codes of failures before a connection stood: nothing of the request can have left. Node's (undici) and Chromium's. */
const NOT_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'ENETUNREACH',
  'ENETDOWN',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_NAME_NOT_RESOLVED',
  'ERR_NAME_RESOLUTION_FAILED',
  'ERR_INTERNET_DISCONNECTED',
  'ERR_CONNECTION_REFUSED',
  'ERR_ADDRESS_UNREACHABLE',
  'ERR_CONNECTION_TIMED_OUT',
  'ERR_PROXY_CONNECTION_FAILED',
  'ERR_TUNNEL_CONNECTION_FAILED',
]);

/** The code of a failed fetch, wherever the runtime put it, and whether the request may have left. */
export function describeFailure(thrown: unknown, timedOut: boolean): Exchange & { kind: 'noAnswer' } {
  if (timedOut) return { kind: 'noAnswer', left: true, code: 'timeout' };
  const codes = failureCodes(thrown);
  const connect = codes.find((code) => NOT_CONNECTED.has(code));
  // Every code must speak of connecting: one address refused and another reset (happy eyeballs) leaves a doubt.
  if (connect !== undefined && codes.every((code) => NOT_CONNECTED.has(code))) {
    return { kind: 'noAnswer', left: false, code: connect };
  }
  return { kind: 'noAnswer', left: true, code: codes[0] ?? 'connection_lost' };
}

function failureCodes(thrown: unknown, depth = 0): string[] {
  if (!(thrown instanceof Error) || depth > 4) return [];
  const code = (thrown as { code?: unknown }).code;
  const own = typeof code === 'string' ? [code] : (/\bERR_[A-Z_]+\b/.exec(thrown.message) ?? []).slice(0, 1);
  const inner = thrown instanceof AggregateError ? thrown.errors : [thrown.cause];
  // A cause says more than its wrapper ("fetch failed"), so an error that has codes inside gives only those.
  const deeper = inner.flatMap((error) => failureCodes(error, depth + 1));
  return deeper.length > 0 ? deeper : own;
}

/** Reads the rate-limit headers (page rate-limits; suffixes and units assumed). */
export function readRateLimit(headers: Headers, nowMs: number): RateLimitHint {
  const remaining = headers.get('x-ratelimit-remaining')?.trim() ?? '';
  return {
    remaining: /^\d+$/.test(remaining) ? Number(remaining) : null,
    resetMs: readReset(headers.get('x-ratelimit-reset')?.trim() ?? '', nowMs),
  };
}

const ONE_HOUR_MS = 3_600_000;

/** Seconds, milliseconds, Unix time in either unit, or a date: all are in use, so the smallest plausible one is taken. */
function readReset(text: string, nowMs: number): number | null {
  if (text === '') return null;
  const number = Number(text);
  const readings = Number.isFinite(number)
    ? number > 1e11
      ? [number - nowMs]
      : number > 1e8
        ? [number * 1_000 - nowMs]
        : [number * 1_000, number]
    : [Date.parse(text) - nowMs];
  const plausible = readings.filter((ms) => ms >= 0 && ms <= ONE_HOUR_MS);
  return plausible[0] ?? null;
}
