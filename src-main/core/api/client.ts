import type { DeprecationNotice } from '#shared/platform/capabilities.ts';
import type { Clock, Fetch } from '../ports.ts';
import { readDeprecation } from './deprecation.ts';
import { describeFailure, type Exchange, readRateLimit } from './exchange.ts';
import { createKeyHider, hideInJson } from './hide-key.ts';
import { readText } from './read-text.ts';
import { parseRetryAfter } from './retry-after.ts';

/** All routes live here (documented on the authentication page). */
const ROOT = '/api/public/v1';

/** Longest answer that is read, in bytes. Pages of 100 events are far below. */
const LARGEST_ANSWER_BYTES = 16 * 1024 * 1024;

export type ApiRequest = {
  method: 'GET' | 'POST';
  /** Path below the versioned root, for example `/events?page=1`. */
  path: string;
  key: string;
  body?: Uint8Array;
  idempotencyKey?: string;
  timeoutMs?: number;
  signal?: AbortSignal | undefined;
};

export type ApiClient = {
  /** Sends one request and reports what came back. Never throws, never retries, never follows a redirect. */
  send(request: ApiRequest): Promise<Exchange>;
};

/** Default patience for one request, in ms. Well inside the outbox's lease. */
export const REQUEST_TIMEOUT_MS = 30_000;

type ClientParts = {
  fetch: Fetch;
  clock: Clock;
  apiUrl: string;
  /** Told what the headers of an answer say of the end of its route. Must not throw. */
  onDeprecation?: (notice: DeprecationNotice) => void;
};

export function createApiClient({ fetch, clock, apiUrl, onDeprecation }: ClientParts): ApiClient {
  const root = apiUrl.replace(/\/+$/, '') + ROOT;
  return {
    async send(request) {
      const timeout = AbortSignal.timeout(request.timeoutMs ?? REQUEST_TIMEOUT_MS);
      const signal = request.signal ? AbortSignal.any([timeout, request.signal]) : timeout;
      try {
        const response = await fetch(root + request.path, {
          method: request.method,
          headers: headersOf(request),
          // A redirect would take the key to another host: it is reported as it is, never followed.
          redirect: 'manual',
          signal,
          ...(request.body !== undefined && { body: request.body as Uint8Array<ArrayBuffer> }),
        });
        // What a server repeats of the request is stored and shown like everything it says: the key must not be in it.
        const hide = createKeyHider(request.key);
        const answer = await readAnswer(response, clock.now(), hide);
        const notice = readDeprecation(response.headers, `${request.method} ${ROOT}${request.path.split('?', 1)[0]}`);
        if (notice !== null) onDeprecation?.(notice);
        return answer;
      } catch (thrown) {
        return describeFailure(thrown, timeout.aborted);
      }
    },
  };
}

function headersOf({ key, body, idempotencyKey }: ApiRequest): Record<string, string> {
  return {
    accept: 'application/json',
    authorization: `Bearer ${key}`,
    ...(body !== undefined && { 'content-type': 'application/json' }),
    // Bare, not quoted (documented on the idempotency page).
    ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
  };
}

async function readAnswer(response: Response, nowMs: number, hide: (text: string) => string): Promise<Exchange> {
  const text = await readText(response, LARGEST_ANSWER_BYTES);
  const type = response.headers.get('content-type') ?? '';
  return {
    kind: 'answer',
    status: response.status,
    json: hideInJson(parseJson(text), hide),
    html: type.includes('text/html') || /^\s*<(?:!doctype|html)/i.test(text),
    retryAfterMs: parseRetryAfter(response.headers.get('retry-after'), response.headers.get('date'), nowMs),
    limits: readRateLimit(response.headers, nowMs),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
