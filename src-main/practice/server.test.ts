import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { startPracticeServer } from './server.ts';
import { create, read, send, startForTest, untilInProgress } from './test-support.ts';

test('listens on 127.0.0.1 only, on a free port', async () => {
  const server = await startForTest();
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  // Had it bound every interface, the second loopback address would be taken as well.
  const other = createServer();
  await new Promise<void>((resolve, reject) => {
    other.once('error', reject).listen(Number(new URL(server.url).port), '127.0.0.2', resolve);
  });
  other.close();
});

test('a random key differs from server to server, a given key is used', async () => {
  const [one, two, three] = [await startForTest(), await startForTest(), await startForTest({ key: 'my practice' })];
  expect(one.key).not.toBe(two.key);
  expect(three.key).toBe('my practice');
});

test('a taken port is an error', async () => {
  const server = await startForTest();
  await expect(startPracticeServer({ port: Number(new URL(server.url).port) })).rejects.toThrow('EADDRINUSE');
});

test('closing twice is fine, and the port is free afterwards', async () => {
  const server = await startForTest();
  await server.close();
  await server.close();
  await startForTest({ port: Number(new URL(server.url).port) });
});

test('an unknown route, also a HEAD of a known one, is a 404 with the error envelope', async () => {
  const server = await startForTest();
  const answer = await read(send(server, '/venues'));
  expect(answer).toMatchObject({ status: 404, code: 'not_found' });
  expect(answer.body.error.requestId).toEqual(expect.any(String));
  expect((await send(server, '/channels', { method: 'HEAD' })).status).toBe(404);
  expect((await send(server, '/events/1', { method: 'DELETE' })).status).toBe(404);
});

test('a path that cannot be decoded is a 400 with the error envelope', async () => {
  const server = await startForTest();
  expect(await read(send(server, '/events/%zz'))).toMatchObject({ status: 400, code: 'invalid_request' });
});

test('a defect of the server is a 500 that tells nothing', async () => {
  const clock = { now: Date.now };
  const defects: unknown[] = [];
  const server = await startForTest({ clock, onDefect: (error) => defects.push(error) });
  clock.now = () => 1e300; // no date can be made of it
  const answer = await read(create(server));
  expect(answer).toMatchObject({ status: 500, code: 'internal_error' });
  expect(answer.body.error.message).toBe('Something went wrong on our side.');
  expect(defects).toEqual([expect.any(RangeError)]);
});

test('nothing is committed after the server was closed', async () => {
  const server = await startForTest({ latencyMs: 50 });
  const pending = create(server, 'a').catch(() => 'gone');
  await untilInProgress(server);
  await server.close();
  expect(await pending).toBe('gone');
  expect(server.events()).toEqual([]);
});
