import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { type Capabilities, CapabilitiesSchema } from '#shared/platform/capabilities.ts';
import { documentedCapabilities } from '#shared/platform/documented.ts';
import { sentExtraFields, unsentExtraFields } from '#shared/publishing/extra-fields.ts';
import { capabilitiesOf } from './capabilities-of.ts';
import { readContractDocument } from './contract-document.ts';

type Json = Record<string, unknown>;

function read(document: Json): Capabilities {
  const found = readContractDocument(stringify({ openapi: '3.1.0', ...document }, { aliasDuplicateObjects: false }));
  if (!found.readable) throw new Error(found.why);
  return CapabilitiesSchema.parse(capabilitiesOf(found.root));
}

const text = { type: 'string' };
const eventBody = (more: Json = {}): Json => ({
  type: 'object',
  required: ['channelId', 'title', 'startAt', 'timezone', 'classifications'],
  properties: {
    channelId: { type: 'integer' },
    title: { type: 'string', maxLength: 120 },
    startAt: { type: 'string', format: 'date-time' },
    timezone: text,
    classifications: { type: 'array', minItems: 1, items: { type: 'string', enum: ['music', 'art'] } },
    ...more,
  },
});
const takes = (schema: Json, mediaType = 'application/json', more: Json = {}) => ({
  requestBody: { content: { [mediaType]: { schema } } },
  ...more,
});
const field = ({ fields }: Capabilities, name: string) => fields.find((one) => one.name === name);

test('routes are found by what they are, under other names and behind references', () => {
  const { routes } = read({
    servers: [{ url: 'https://elsewhere.example/api/v2/' }],
    paths: {
      '/sign-ups': { post: takes({ type: 'object', properties: { title: text, startAt: text } }) },
      '/listings': { post: takes({ $ref: '#/components/schemas/Listing' }), get: {} },
      '/listings/{listingId}': {
        get: {},
        put: takes(eventBody()),
        patch: takes({ $ref: '#/components/schemas/Listing' }),
      },
      '/listings/{listingId}/notes': { get: {} },
      '/pictures': {
        post: takes(
          { type: 'object', properties: { it: { type: 'string', format: 'binary' } } },
          'multipart/form-data',
        ),
      },
      '/places': { get: {} },
    },
    components: { schemas: { Listing: eventBody() } },
  });
  const path = (purpose: keyof typeof routes) => {
    const { route, source } = routes[purpose];
    return route && [route.method, route.path, source].join(' ');
  };
  // The other host is not there: a key would go to it.
  expect(path('createEvent')).toBe('POST /api/v2/listings document');
  expect(path('updateEvent')).toBe('PATCH /api/v2/listings/{listingId} document');
  expect(path('readEvent')).toBe('GET /api/v2/listings/{listingId} document');
  expect(path('listEvents')).toBe('GET /api/v2/listings document');
  expect(path('uploadMedia')).toBe('POST /api/v2/pictures document');
  expect(path('listPlaces')).toBe('GET /api/v2/places document');
  expect(routes.listChannels).toEqual({ route: null, source: 'document' });
});

test('a route on its way out is said to be, and another that does the same is taken instead', () => {
  const old = { post: takes(eventBody({ approxLocation: {} }), 'application/json', { deprecated: true }) };
  const only = read({ paths: { '/old/events': old } }).routes.createEvent.route;
  expect(only).toEqual({ method: 'POST', path: '/old/events', deprecated: true });
  const both = read({ paths: { '/old/events': old, '/v2/events': { post: takes(eventBody()) } } });
  expect(both.routes.createEvent.route).toEqual({ method: 'POST', path: '/v2/events', deprecated: false });
});

test('the documented call is the one that counts while it is listed: what another one takes is not sent to it', () => {
  const documented = '/api/public/v1/events';
  const old = takes(eventBody(), 'application/json', { deprecated: true });
  const found = read({
    paths: {
      '/api/public/v2/events': { post: takes(eventBody({ approxLocation: {}, description: text })) },
      [documented]: { post: old },
    },
  });
  expect(found.routes.createEvent.route).toEqual({ method: 'POST', path: documented, deprecated: true });
  expect(sentExtraFields(found)).toEqual([]);
});

test('a document without an address is one of the documented routes', () => {
  const { routes } = read({ paths: { '/channels': { get: {} }, '/events': { post: takes(eventBody()) } } });
  expect(routes.createEvent.route?.path).toBe('/api/public/v1/events');
  expect(routes.listChannels.route?.path).toBe('/api/public/v1/channels');
});

test('a document without a call that creates events says that there is none', () => {
  const { routes, fields } = read({ paths: { '/notes': { post: takes({ properties: { title: text } }) } } });
  expect(routes.createEvent).toEqual({ route: null, source: 'document' });
  expect(fields).toEqual(documentedCapabilities.fields);
});

test('fields have their limits and values, through allOf and "may be null"; what only the pages name stays', () => {
  const found = read({
    paths: {
      '/events': {
        post: takes({
          allOf: [
            { $ref: '#/components/schemas/Base' },
            { properties: { capacity: { type: ['integer', 'null'], minimum: 1 } } },
          ],
          required: ['approxLocation'],
        }),
      },
    },
    components: {
      schemas: {
        Base: eventBody({
          id: { type: 'integer', readOnly: true },
          description: { anyOf: [{ type: 'string', maxLength: 500 }, { type: 'null' }] },
          approxLocation: {
            type: 'object',
            required: ['city'],
            properties: { city: { type: 'object', required: ['placeId'], properties: { placeId: text } } },
          },
          offers: { type: 'array', items: { type: 'object', required: ['url'], properties: { url: text } } },
        }),
      },
    },
  });
  expect(field(found, 'title')).toMatchObject({ required: true, limits: { maxLength: 120 }, source: 'document' });
  expect(field(found, 'classifications')).toMatchObject({
    limits: { minItems: 1 },
    values: [
      { value: 'music', source: 'document' },
      { value: 'art', source: 'document' },
    ],
    valuesComplete: true,
  });
  expect(field(found, 'description')).toMatchObject({ types: ['string'], limits: { maxLength: 500 } });
  expect(field(found, 'approxLocation.city.placeId')).toMatchObject({ required: true });
  // Required of a ticket, but an event need not have one.
  expect(field(found, 'offers[].url')).toMatchObject({ required: false, source: 'document' });
  expect(field(found, 'locationName')).toMatchObject({ source: 'documented' });
  expect(field(found, 'id')).toBeUndefined();
  expect(sentExtraFields(found)).toEqual(['description', 'capacity']);
});

test('what is not sent has its reason', () => {
  const listed = read({ paths: { '/events': { post: takes(eventBody({ capacity: { type: 'object' } })) } } });
  expect(unsentExtraFields(listed, true)).toEqual([
    { field: 'description', why: 'notListed' },
    { field: 'capacity', why: 'otherForm' },
  ]);
  expect(unsentExtraFields(documentedCapabilities, false).map(({ why }) => why)).toEqual(['notRead', 'notRead']);
});

test('a schema that contains itself, and one with very many fields, come to an end', () => {
  const many = Object.fromEntries(Array.from({ length: 2_000 }, (_, n) => [`f${n}`, text]));
  const body = eventBody({ ...many, parent: { $ref: '#/components/schemas/Event' } });
  const found = read({
    paths: { '/events': { post: takes({ $ref: '#/components/schemas/Event' }) } },
    components: {
      schemas: {
        Event: { allOf: [...Array.from({ length: 500 }, () => ({ $ref: '#/components/schemas/Event' })), body] },
      },
    },
  });
  expect(found.fields.filter(({ source }) => source === 'document')).toHaveLength(300);
});

test('built in is what the pages document: no update, no upload, no extra field', () => {
  const { routes } = CapabilitiesSchema.parse(documentedCapabilities);
  expect(Object.entries(routes).flatMap(([purpose, { route }]) => (route ? [purpose] : []))).toEqual([
    'createEvent',
    'listEvents',
    'listChannels',
    'listClassifications',
  ]);
  expect(sentExtraFields(documentedCapabilities)).toEqual([]);
  expect(field(documentedCapabilities, 'status')?.values).toContainEqual({ value: 'draft', source: 'assumed' });
});
