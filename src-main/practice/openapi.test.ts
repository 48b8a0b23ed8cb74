import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { operationsOf } from './server.ts';
import { eventBody, read, send, startForTest } from './test-support.ts';

const load = async () => {
  const server = await startForTest();
  const response = await send(server, '//api/developer/openapi/public-api-v1', { key: null });
  return { server, response, document: parse(await response.text()) };
};

test('is public YAML, OpenAPI 3.1, and names this server', async () => {
  const { server, response, document } = await load();
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('yaml');
  expect(document).toMatchObject({ openapi: '3.1.0', servers: [{ url: server.url }] });
});

test('lists exactly the routes that are served', async () => {
  const { server, document } = await load();
  const listed = Object.entries<Record<string, unknown>>(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(listed.sort()).toEqual([
    'GET /api/developer/openapi/public-api-v1',
    'GET /api/llm/events',
    'GET /api/public/v1/channels',
    'GET /api/public/v1/classifications',
    'GET /api/public/v1/events',
    'PATCH /api/public/v1/events/{id}',
    'POST /api/public/v1/events',
    'POST /api/public/v1/media',
  ]);
  // Every method on every listed path: served when it is listed, 404 "There is no METHOD" when it is not.
  for (const path of Object.keys(document.paths)) {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      const response = await send(server, `/${path.replace('{id}', '1')}`, { method });
      const missing = response.status === 404 && (await response.text()).includes(`There is no ${method}`);
      expect([`${method} ${path}`, !missing]).toEqual([`${method} ${path}`, listed.includes(`${method} ${path}`)]);
    }
  }
});

test('shows the required fields of an event, and marks guesses as guesses', async () => {
  const { document } = await load();
  const body = document.components.schemas.createEventBody;
  expect(body.required.sort()).toEqual([
    'approxLocation',
    'channelId',
    'classifications',
    'startAt',
    'timezone',
    'title',
  ]);
  expect(body.properties.approxLocation.properties.city.required).toEqual(['placeId']);
  expect(body.properties.description['x-assumed']).toBe(true);
  expect(document.paths['/api/public/v1/events/{id}'].patch['x-assumed']).toEqual(expect.any(String));
  expect(document.paths['/api/public/v1/events'].post['x-required-scope']).toBe('events:create');
});

test('every reference leads somewhere, and every operation has a source or says what is assumed', async () => {
  const { document } = await load();
  const references = JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g);
  for (const [, name] of references) expect(document.components.schemas).toHaveProperty(name ?? '');
  for (const { source, assumed } of operationsOf('full')) expect(source ?? assumed).toEqual(expect.any(String));
});

test('lists the errors of the errors page per route', async () => {
  const { document } = await load();
  const statuses = (path: string, method: string) => Object.keys(document.paths[path][method].responses);
  expect(statuses('/api/public/v1/events', 'post')).toEqual(['201', '400', '401', '403', '404', '409', '429', '500']);
  expect(statuses('/api/llm/events', 'get')).toEqual(['200', '400', '500']);
});

test('the body it shows is the body that is taken: each required field is needed, each field shown comes back', async () => {
  const { server, document } = await load();
  const { properties, required } = document.components.schemas.createEventBody;
  const full = eventBody({
    endAt: '2026-06-12T23:00:00-04:00',
    locationName: 'Roof',
    coverImage: 4,
    offers: [{ name: 'Door' }],
    description: 'Bring a coat.',
    capacity: 80,
  });
  expect(Object.keys(full).sort()).toEqual(Object.keys(properties).sort());
  const created = await read(send(server, '/events', { method: 'POST', body: full }));
  expect(created.body.doc).toMatchObject(full);
  for (const name of required) {
    const { [name]: _, ...without } = full;
    expect((await send(server, '/events', { method: 'POST', body: without })).status, name).toBe(400);
  }
  const slugs = properties.classifications.items.enum;
  expect((await send(server, '/events', { method: 'POST', body: { ...full, classifications: slugs } })).status).toBe(
    201,
  );
  const unknown = { ...full, classifications: ['not-listed'] };
  expect((await send(server, '/events', { method: 'POST', body: unknown })).status).toBe(400);
});

test('who has the present document is told so and gets nothing else', async () => {
  const { server, response } = await load();
  const etag = response.headers.get('etag') ?? '';
  const ask = (tag: string) =>
    fetch(`${server.url}/api/developer/openapi/public-api-v1`, { headers: { 'if-none-match': tag } });
  const known = await ask(etag);
  expect([known.status, await known.text()]).toEqual([304, '']);
  expect((await ask('"another"')).status).toBe(200);
});
