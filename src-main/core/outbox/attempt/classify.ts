import type { OperationError } from '#shared/outbox/operation.ts';
import { type ApiError, readApiError, readCreatedId } from '../../api/answers.ts';
import type { Exchange } from '../../api/exchange.ts';
import { keyRefusedMessage } from '../../api/reading.ts';

/** What one attempt to create an event came to. Closed: whatever is not known for sure is `unclear`. */
export type Outcome =
  /** The server confirmed the event. */
  | { kind: 'delivered'; remoteId: string }
  /** Refused for good: nothing was created, and the same bytes will never be accepted. */
  | { kind: 'refused'; error: OperationError }
  /** Nothing was created; the key itself is the problem, so the whole lane must wait for a person. */
  | { kind: 'keyProblem'; reason: 'invalid_api_key' | 'insufficient_scope'; error: OperationError }
  /** Nothing was created; this channel is not for this key. */
  | { kind: 'channelProblem'; error: OperationError }
  /** Nothing was created; the whole lane must wait. */
  | { kind: 'throttled'; waitMs: number | null; error: OperationError }
  /** The server is busy and says for how long; it may have created the event all the same. */
  | { kind: 'busy'; waitMs: number; error: OperationError }
  /** 409: the first request is still running, or the key belongs to other bytes. */
  | { kind: 'conflict'; waitMs: number | null; error: OperationError }
  /** No connection stood, so nothing can have left. */
  | { kind: 'offline'; error: OperationError }
  /** Something in between answered with a page; who saw the request is not known. */
  | { kind: 'intercepted'; error: OperationError }
  /** It may or may not have been created. */
  | { kind: 'unclear'; error: OperationError };

/** Judges the answer to `POST /events`. Pure; branches on the error code and falls back to the status (page errors). */
export function classify(exchange: Exchange): Outcome {
  if (exchange.kind === 'noAnswer') return classifySilence(exchange);
  const { status, json } = exchange;
  const error = readApiError(json);
  if (status >= 200 && status < 300) return classifySuccess(exchange);
  if (status >= 300 && status < 400)
    return { kind: 'intercepted', error: describe('redirected', INTERCEPTED, exchange, null) };

  // Whatever a 5xx says of itself, the request was taken in: it is never a definite refusal.
  switch (status >= 500 ? null : (error?.code ?? codeOfStatus(exchange))) {
    case 'invalid_request':
      return { kind: 'refused', error: describe('invalid_request', refusedMessage(error), exchange, error) };
    case 'invalid_api_key':
      return keyProblem('invalid_api_key', keyRefusedMessage(error), exchange, error);
    case 'insufficient_scope':
      return keyProblem('insufficient_scope', scopeMessage(error), exchange, error);
    case 'forbidden':
    case 'not_found':
      return {
        kind: 'channelProblem',
        error: describe(error?.code ?? `http_${status}`, channelMessage(error), exchange, error),
      };
    case 'conflict': {
      const message = 'Pinned Events is still working on an earlier request, or knows this request with other content.';
      return { kind: 'conflict', waitMs: exchange.retryAfterMs, error: describe('conflict', message, exchange, error) };
    }
    case 'rate_limited':
      return {
        kind: 'throttled',
        waitMs: exchange.retryAfterMs,
        error: describe('rate_limited', 'Pinned Events asks to slow down.', exchange, error),
      };
    default:
      return classifyRest(exchange, error);
  }
}

function classifySilence(exchange: Exchange & { kind: 'noAnswer' }): Outcome {
  if (!exchange.left) {
    return {
      kind: 'offline',
      error: describe(exchange.code, 'Pinned Events cannot be reached from here.', null, null),
    };
  }
  const message =
    exchange.code === 'timeout'
      ? 'Pinned Events did not answer in time.'
      : 'The connection broke before Pinned Events answered.';
  return { kind: 'unclear', error: describe(exchange.code, message, null, null) };
}

function classifySuccess(exchange: Exchange & { kind: 'answer' }): Outcome {
  const remoteId = readCreatedId(exchange.json);
  if (remoteId !== null) return { kind: 'delivered', remoteId };
  if (exchange.html) return { kind: 'intercepted', error: describe('web_page', INTERCEPTED, exchange, null) };
  return {
    kind: 'unclear',
    error: describe('unreadable_answer', 'Pinned Events answered, but the answer could not be read.', exchange, null),
  };
}

/** Codes and statuses that no page lists. Only a 4xx in the platform's own envelope proves that nothing was created. */
function classifyRest(exchange: Exchange & { kind: 'answer' }, error: ApiError | null): Outcome {
  const { status, retryAfterMs } = exchange;
  if (status === 503 && retryAfterMs !== null) {
    return {
      kind: 'busy',
      waitMs: retryAfterMs,
      error: describe('unavailable', 'Pinned Events is busy.', exchange, error),
    };
  }
  if (status >= 400 && status < 500 && status !== 408 && error !== null) {
    return { kind: 'refused', error: describe(error.code, refusedMessage(error), exchange, error) };
  }
  const message = `Pinned Events answered with an error of its own (status ${status}).`;
  return { kind: 'unclear', error: describe(error?.code ?? `http_${status}`, message, exchange, error) };
}

/** The documented code that goes with a status, for answers without an envelope. A page of a proxy proves nothing. */
function codeOfStatus({ status, html }: Exchange & { kind: 'answer' }): string | null {
  if (status === 429) return 'rate_limited';
  if (html) return null;
  const codes: Record<number, string> = {
    400: 'invalid_request',
    401: 'invalid_api_key',
    403: 'forbidden',
    404: 'not_found',
    409: 'conflict',
  };
  return codes[status] ?? null;
}

const INTERCEPTED = 'A web page came back instead of Pinned Events: this network may ask you to sign in.';

function refusedMessage(error: ApiError | null): string {
  const detail = [error?.field, error?.issue].filter(Boolean).join(': ');
  const said = [error?.message, detail].filter(Boolean).join(' ');
  return `Pinned Events refused the event; nothing was created. ${said}`.trim();
}

function scopeMessage(error: ApiError | null): string {
  return `The API key lacks the scope “events:create”. Add a key that has it. ${error?.message ?? ''}`.trim();
}

function channelMessage(error: ApiError | null): string {
  return `The API key cannot publish to this channel. Choose another channel, or use a key of its owner. ${error?.message ?? ''}`.trim();
}

function keyProblem(
  reason: 'invalid_api_key' | 'insufficient_scope',
  message: string,
  exchange: Exchange & { kind: 'answer' },
  error: ApiError | null,
): Outcome {
  return { kind: 'keyProblem', reason, error: describe(reason, message, exchange, error) };
}

function describe(
  code: string,
  message: string,
  exchange: (Exchange & { kind: 'answer' }) | null,
  error: ApiError | null,
): OperationError {
  return {
    code,
    message,
    status: exchange?.status ?? null,
    requestId: error?.requestId ?? null,
    field: error?.field ?? null,
  };
}
