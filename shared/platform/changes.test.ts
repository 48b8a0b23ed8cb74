import { expect, test } from 'vitest';
import type { Capabilities, Field } from './capabilities.ts';
import { diffCapabilities } from './changes.ts';
import { documentedCapabilities } from './documented.ts';

const title: Field = {
  name: 'title',
  required: true,
  types: ['string'],
  values: [],
  valuesComplete: false,
  limits: { maxLength: 120 },
  deprecated: false,
  source: 'document',
};
const kind = { ...title, name: 'kind', limits: {}, valuesComplete: true };
const values = (...names: string[]): Field['values'] => names.map((value) => ({ value, source: 'document' }));
const withFields = (...fields: Field[]): Capabilities => ({ ...documentedCapabilities, fields });
const texts = (before: Capabilities, after: Capabilities) => diffCapabilities(before, after).map(({ text }) => text);

test('nothing changed: nothing is said', () => {
  expect(texts(withFields(title), withFields({ ...title }))).toEqual([]);
});

test.each<[Partial<Field>, string]>([
  [{ required: false }, 'The field “title” is optional now.'],
  [{ types: ['integer'] }, 'The field “title” is integer now (it was string).'],
  [{ limits: { maxLength: 80 } }, 'The field “title”: maxLength is 80 now (it was 120).'],
  [{ limits: {} }, 'The field “title”: maxLength is not limited now (it was 120).'],
  [{ deprecated: true }, 'The field “title” is on its way out.'],
  [{ values: values('a', 'b'), valuesComplete: true }, 'The field “title” takes only a, b now.'],
])('a field that changes by %j', (change, text) => {
  expect(texts(withFields(title), withFields({ ...title, ...change }))).toEqual([text]);
});

test('values that come and go', () => {
  const before = withFields({ ...kind, values: values('music', 'art') });
  const after = withFields({ ...kind, values: values('music', 'film') });
  expect(texts(before, after)).toEqual([
    'The field “kind” takes art no longer.',
    'The field “kind” takes film as well.',
  ]);
});

test('fields that come and go; one that only the pages name is no change', () => {
  const documented: Field = { ...kind, source: 'documented' };
  expect(texts(withFields(title, documented), withFields({ ...kind, source: 'document' }))).toEqual([
    'The field “title” is listed no longer.',
    'The field “kind” is new, and required.',
  ]);
});

test('routes and keys', () => {
  const after: Capabilities = {
    ...documentedCapabilities,
    routes: {
      ...documentedCapabilities.routes,
      listEvents: { route: null, source: 'document' },
      listChannels: { route: { method: 'GET', path: '/api/public/v1/channels', deprecated: true }, source: 'document' },
      createEvent: { route: { method: 'POST', path: '/v2/events', deprecated: false }, source: 'document' },
    },
    security: [{ name: 'x-api-key', type: 'apiKey', source: 'document' }],
  };
  expect(texts(documentedCapabilities, after)).toEqual([
    'Moved: creating events, from POST /api/public/v1/events to POST /v2/events.',
    'Gone: listing events (it was GET /api/public/v1/events).',
    'On its way out: listing channels (GET /api/public/v1/channels).',
    'API keys are taken as x-api-key (apiKey) (it was bearer (http)).',
  ]);
});

test('very many changes are told in part', () => {
  const many = Array.from({ length: 300 }, (_, n) => ({ ...title, name: `f${n}` }));
  expect(diffCapabilities(withFields(), withFields(...many))).toHaveLength(100);
});
