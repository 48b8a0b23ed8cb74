import type { Clock, Fetch } from '../ports.ts';
import { describeFailure, type Exchange, readRateLimit } from './exchange.ts';
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

export function createApiClient({ fetch, clock, apiUrl }: { fetch: Fetch; clock: Clock; apiUrl: string }): ApiClient {
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
        return await readAnswer(response, clock.now());
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

async function readAnswer(response: Response, nowMs: number): Promise<Exchange> {
  const text = await readText(response);
  const type = response.headers.get('content-type') ?? '';
  return {
    kind: 'answer',
    status: response.status,
    json: parseJson(text),
    html: type.includes('text/html') || /^\s*<(?:!doctype|html)/i.test(text),
    retryAfterMs: parseRetryAfter(response.headers.get('retry-after'), response.headers.get('date'), nowMs),
    limits: readRateLimit(response.headers, nowMs),
  };
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > LARGEST_ANSWER_BYTES) throw new Error('answer_too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
