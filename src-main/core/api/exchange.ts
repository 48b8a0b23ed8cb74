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
  /** Requests that a window lets through. */
  limit: number | null;
  remaining: number | null;
  /** ms until the window is new, by the first reading that makes sense; a hint, never trusted alone. */
  resetMs: number | null;
  /** The number itself, where it is small enough to count seconds or milliseconds: several of them tell which. */
  resetNumber: number | null;
};

/** An answer without such headers. */
export const NO_LIMITS: RateLimitHint = { limit: null, remaining: null, resetMs: null, resetNumber: null };

/**
 * Codes of failures before a connection stood: nothing of the request can have left. Node's (undici) and Chromium's.
 * A certificate is refused before the first byte of the request; on a guest network that is how sign-in pages show.
 */
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
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_CERT_COMMON_NAME_INVALID',
  'ERR_CERT_DATE_INVALID',
  'ERR_CERT_AUTHORITY_INVALID',
]);

/** System calls that come before the first byte. The same code from `read` or `write` says nothing of the kind. */
const BEFORE_CONNECTION = new Set(['connect', 'getaddrinfo']);

/** The code of a failed fetch, wherever the runtime put it, and whether the request may have left. */
export function describeFailure(thrown: unknown, timedOut: boolean): Exchange & { kind: 'noAnswer' } {
  if (timedOut) return { kind: 'noAnswer', left: true, code: 'timeout' };
  const failures = failuresIn(thrown);
  const [first] = failures;
  // Every one must speak of connecting: one address refused and another reset (happy eyeballs) leaves a doubt.
  const left = first === undefined || failures.some((failure) => failure.left);
  return { kind: 'noAnswer', left, code: first?.code ?? 'connection_lost' };
}

type Failure = { code: string; left: boolean };

function failuresIn(thrown: unknown, depth = 0): Failure[] {
  if (!(thrown instanceof Error) || depth > 4) return [];
  const inner = thrown instanceof AggregateError ? thrown.errors : [thrown.cause];
  // A cause says more than its wrapper ("fetch failed"), so an error that has codes inside gives only those.
  const deeper = inner.flatMap((error) => failuresIn(error, depth + 1));
  if (deeper.length > 0) return deeper;
  const { code, syscall } = thrown as { code?: unknown; syscall?: unknown };
  const name = typeof code === 'string' ? code : /\bERR_[A-Z_]+\b/.exec(thrown.message)?.[0];
  if (name === undefined) return [];
  const neverLeft = typeof syscall === 'string' ? BEFORE_CONNECTION.has(syscall) : NOT_CONNECTED.has(name);
  return [{ code: name, left: !neverLeft }];
}

/** Reads the rate-limit headers (page rate-limits; suffixes and units assumed). */
export function readRateLimit(headers: Headers, nowMs: number): RateLimitHint {
  const reset = headers.get('x-ratelimit-reset')?.trim() ?? '';
  const limit = readCount(headers, 'x-ratelimit-limit');
  return {
    limit: limit === 0 ? null : limit,
    remaining: readCount(headers, 'x-ratelimit-remaining'),
    resetMs: readReset(reset, nowMs),
    resetNumber: /^\d{1,7}(?:\.\d+)?$/.test(reset) ? Number(reset) : null,
  };
}

/** A plain count; null when it is absent or anything else. */
function readCount(headers: Headers, name: string): number | null {
  const text = headers.get(name)?.trim() ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

const ONE_HOUR_MS = 3_600_000;

/** Seconds, milliseconds, Unix time in either unit, or a date: all are in use, so the first plausible one is taken. */
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
