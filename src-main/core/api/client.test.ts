import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../system.ts';
import { nodeFetch } from '../testing/organizers.ts';
import { createApiClient } from './client.ts';

type Seen = { method: string; url: string; headers: IncomingHttpHeaders; body: string };

async function serve(answer: (response: ServerResponse) => void) {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      seen.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { seen, url, api: createApiClient({ fetch: nodeFetch, clock: systemClock, apiUrl: `${url}//` }) };
}

const event = { method: 'POST', path: '/events', key: 'secret', body: Buffer.from('{"ü":1}') } as const;

test('a request carries the key as Bearer, the bare idempotency key and the exact bytes', async () => {
  const { seen, api } = await serve((response) => response.end('{}'));
  await api.send({ ...event, idempotencyKey: 'organizer-w-x-create' });
  expect(seen[0]).toMatchObject({ method: 'POST', url: '/api/public/v1/events', body: '{"ü":1}' });
  expect(seen[0]?.headers).toMatchObject({
    authorization: 'Bearer secret',
    'idempotency-key': 'organizer-w-x-create',
    'content-type': 'application/json',
  });
  expect(seen[0]?.headers['x-api-key']).toBeUndefined();
});

describe('a redirect', () => {
  test.each([301, 302, 303, 307, 308])('%i is reported, not followed: the key goes to nobody else', async (status) => {
    const elsewhere = await serve((response) => response.end('{}'));
    const { api } = await serve((response) => response.writeHead(status, { location: elsewhere.url }).end());
    expect(await api.send(event)).toMatchObject({ kind: 'answer', status });
    expect(elsewhere.seen).toEqual([]);
  });
});

describe('an answer', () => {
  const answered = async (headers: Record<string, string>, body: string, status = 200) => {
    const { api } = await serve((response) => response.writeHead(status, headers).end(body));
    return api.send(event);
  };

  test('is parsed whatever its content type, and a page is seen as one', async () => {
    expect(await answered({ 'content-type': 'text/plain' }, '{"a":1}')).toMatchObject({ json: { a: 1 }, html: false });
    expect(await answered({ 'content-type': 'text/html' }, 'hello')).toMatchObject({ json: undefined, html: true });
    expect(await answered({}, ' <!DOCTYPE html><p>')).toMatchObject({ json: undefined, html: true });
    expect(await answered({}, '')).toMatchObject({ json: undefined, html: false });
  });

  test('tells how long to wait, by the server’s own clock', async () => {
    const headers = { 'retry-after': 'Fri, 12 Jun 2026 10:00:30 GMT', date: 'Fri, 12 Jun 2026 10:00:00 GMT' };
    expect(await answered(headers, '', 429)).toMatchObject({ status: 429, retryAfterMs: 30_000 });
  });

  test('that is cut off in the middle may have been a success', async () => {
    const { api } = await serve((response) => {
      response.writeHead(201, { 'content-length': '100' });
      response.write('{"doc":{"id":1');
      setImmediate(() => response.destroy());
    });
    expect(await api.send(event)).toMatchObject({ kind: 'noAnswer', left: true });
  });

  test('that has no end is given up', async () => {
    const { api } = await serve((response) => {
      const chunk = Buffer.alloc(1024 * 1024, 'x');
      response.on('error', () => {});
      const more = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', more);
      more();
    });
    expect(await api.send(event)).toMatchObject({ kind: 'noAnswer', left: true });
  });
});

describe('no answer', () => {
  test('in time', async () => {
    const { api } = await serve(() => {});
    expect(await api.send({ ...event, timeoutMs: 50 })).toEqual({ kind: 'noAnswer', left: true, code: 'timeout' });
  });

  test('because nobody listens', async () => {
    const api = createApiClient({ fetch: nodeFetch, clock: systemClock, apiUrl: 'http://127.0.0.1:2' });
    expect(await api.send(event)).toEqual({ kind: 'noAnswer', left: false, code: 'ECONNREFUSED' });
  });

  test('because there is no such host', async () => {
    const api = createApiClient({ fetch: nodeFetch, clock: systemClock, apiUrl: 'http://nowhere.invalid' });
    expect(await api.send(event)).toMatchObject({ kind: 'noAnswer', left: false });
  });

  test('because the connection was reset', async () => {
    const { api } = await serve((response) => response.socket?.resetAndDestroy());
    expect(await api.send(event)).toMatchObject({ kind: 'noAnswer', left: true });
  });
});
