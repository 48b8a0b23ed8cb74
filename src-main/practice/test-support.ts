import { request as httpRequest } from 'node:http';
import { onTestFinished } from 'vitest';
import { type PracticeOptions, type PracticeServer, startPracticeServer } from './server.ts';

export const base = '/api/public/v1';

/** 12 June 2026, 10:00 UTC. A clock that only a test moves. */
export function testClock(startMs = Date.UTC(2026, 5, 12, 10)) {
  let nowMs = startMs;
  return {
    now: () => nowMs,
    advance(ms: number) {
      nowMs += ms;
    },
  };
}

/** A server that is closed at the end of the test. */
export async function startForTest(options: PracticeOptions = {}): Promise<PracticeServer> {
  const server = await startPracticeServer(options);
  onTestFinished(() => server.close());
  return server;
}

/** A body with the required fields of the page create-events. */
export function eventBody(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    channelId: 101,
    title: 'Rooftop Jazz Night',
    startAt: '2026-06-12T20:00:00-04:00',
    timezone: 'America/New_York',
    classifications: ['music'],
    approxLocation: { city: { placeId: 'place-new-york', name: 'New York', countryCode: 'US' } },
    status: 'published',
    ...change,
  };
}

type Request = { method?: string; key?: string | null; idempotencyKey?: string; body?: unknown; signal?: AbortSignal };

/** Sends one request. `path` is relative to the API base, or absolute when it starts with `//`. */
export function send(server: PracticeServer, path: string, request: Request = {}): Promise<Response> {
  const { method = 'GET', key = server.key, idempotencyKey, body, signal } = request;
  return fetch(server.url + (path.startsWith('//') ? path.slice(1) : base + path), {
    method,
    headers: {
      ...(key !== null && { authorization: `Bearer ${key}` }),
      ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });
}

/** Waits until the server works on its first request: it has arrived, and its body, which follows at once, was read. */
export async function untilInProgress(server: PracticeServer): Promise<void> {
  while (server.requests().length === 0) await new Promise(setImmediate);
  await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Creates an event. */
export function create(server: PracticeServer, idempotencyKey?: string, change: Record<string, unknown> = {}) {
  const body = eventBody(change);
  return send(server, '/events', { method: 'POST', body, ...(idempotencyKey !== undefined && { idempotencyKey }) });
}

/** Reads the parts of an answer that most tests look at. */
export async function read(answer: Promise<Response> | Response) {
  const response = await answer;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into many shapes, and a wrong guess fails the test
  const body = (await response.json()) as any;
  return { status: response.status, body, headers: response.headers, code: body?.error?.code as string | undefined };
}

/** Sends a request with node:http, which shows what fetch hides: how far an answer came before the connection broke. */
export function rawPost(
  server: PracticeServer,
  idempotencyKey: string,
): Promise<{ error: string; received: string; announced: number }> {
  return new Promise((resolve) => {
    let received = '';
    let announced = 0;
    const headers = {
      authorization: `Bearer ${server.key}`,
      'content-type': 'application/json',
      'idempotency-key': idempotencyKey,
    };
    const request = httpRequest(`${server.url}${base}/events`, { method: 'POST', headers }, (response) => {
      announced = Number(response.headers['content-length']);
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (received += chunk));
      response.on('error', (error: NodeJS.ErrnoException) =>
        resolve({ error: error.code ?? error.message, received, announced }),
      );
      response.on('end', () => resolve({ error: '', received, announced }));
    });
    request.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ error: error.code ?? error.message, received, announced }),
    );
    request.end(JSON.stringify(eventBody()));
  });
}
