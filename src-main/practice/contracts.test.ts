import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type ContractName, contractNames } from './contracts.ts';
import { create, eventBody, read, send, startForTest } from './test-support.ts';

const DOCUMENT = '//api/developer/openapi/public-api-v1';
const listed = async (server: Awaited<ReturnType<typeof startForTest>>) =>
  parse(await (await send(server, DOCUMENT, { key: null })).text());

test.each(contractNames)('the document of “%s” lists what is served, and nothing else', async (contract) => {
  const server = await startForTest({ contract });
  const { paths } = await listed(server);
  for (const path of ['/channels', '/events', '/listings', '/events/{id}', '/listings/{id}', '/media']) {
    for (const method of ['GET', 'POST', 'PATCH']) {
      const answer = await read(
        send(server, path.replace('{id}', '1'), { method, ...(method !== 'GET' && { body: {} }) }),
      );
      const served = !String(answer.body.error?.message).startsWith(`There is no ${method} `);
      const inDocument = paths[`/api/public/v1${path}`]?.[method.toLowerCase()] !== undefined;
      expect([method, path, served]).toEqual([method, path, inDocument]);
    }
  }
});

test.each<[ContractName, object, number]>([
  ['minimal', {}, 201],
  ['minimal', { description: 'Bring a coat.' }, 400],
  ['newField', {}, 400],
  ['newField', { admission: 'free' }, 201],
  ['renamed', {}, 404],
  ['deprecated', {}, 201],
])('“%s” answers an event with %j by %i', async (contract, change, status) => {
  const server = await startForTest({ contract });
  expect((await create(server, 'a', { ...change })).status).toBe(status);
});

test('renamed events are created at their new path', async () => {
  const server = await startForTest({ contract: 'renamed' });
  expect((await send(server, '/listings', { method: 'POST', body: eventBody() })).status).toBe(201);
});

test('a route on its way out says so in the document and in each of its answers', async () => {
  const server = await startForTest({ contract: 'deprecated' });
  expect((await listed(server)).paths['/api/public/v1/events'].post.deprecated).toBe(true);
  for (const answer of [await create(server, 'a'), await create(server, 'b', { title: '' })]) {
    expect(answer.headers.get('deprecation')).toBe('@1767225600');
    expect(answer.headers.get('sunset')).toBe('Fri, 01 Jan 2027 00:00:00 GMT');
  }
  expect((await send(server, '/channels')).headers.get('deprecation')).toBeNull();
});

test('the contract can be changed while it runs, also over HTTP, and events stay', async () => {
  const server = await startForTest();
  await create(server, 'a');
  expect((await send(server, '//practice/contract', { method: 'PUT', body: { contract: 'renamed' } })).status).toBe(
    200,
  );
  expect((await create(server, 'b')).status).toBe(404);
  server.setContract('full');
  expect((await create(server, 'c')).status).toBe(201);
  expect(server.events()).toHaveLength(2);
  expect((await send(server, '//practice/contract', { method: 'PUT', body: { contract: 'none' } })).status).toBe(400);
});
