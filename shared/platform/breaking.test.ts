import { expect, test } from 'vitest';
import { whyNothingWouldPass } from './breaking.ts';
import type { Capabilities, Field, Offer, Security } from './capabilities.ts';
import { documentedCapabilities } from './documented.ts';

const listed = (name: string, more: Partial<Field> = {}): Field => ({
  name,
  required: true,
  types: ['string'],
  values: [],
  valuesComplete: false,
  limits: {},
  deprecated: false,
  source: 'document',
  ...more,
});
const offer = (path: string | null): Offer => ({
  route: path === null ? null : { method: 'POST', path, deprecated: false },
  source: 'document',
});
const said = (change: { create?: Offer; fields?: Field[]; security?: [string, string][] }): Capabilities => ({
  routes: { ...documentedCapabilities.routes, createEvent: change.create ?? offer('/api/public/v1/events') },
  fields: change.fields ?? [],
  security: (change.security ?? [['bearer', 'http']]).map(
    ([name, type]): Security => ({ name, type, source: 'document' }),
  ),
});

test('what the pages document stops nothing', () => {
  expect(whyNothingWouldPass(documentedCapabilities)).toEqual([]);
  expect(whyNothingWouldPass(said({}))).toEqual([]);
});

test.each<[string, Parameters<typeof said>[0], string]>([
  ['no create call', { create: offer(null) }, 'lists no call'],
  ['another path', { create: offer('/api/public/v2/events') }, 'moved'],
  ['an unknown required field', { fields: [listed('admission')] }, '“admission”'],
  ['one inside a known field', { fields: [listed('approxLocation.geo')] }, '“approxLocation.geo”'],
  ['another type', { fields: [listed('channelId', { types: ['string'] })] }, '“channelId” must be string'],
  ['another header', { security: [['x-api-key', 'apiKey']] }, 'x-api-key'],
  ['two keys at once', { security: [['bearer and x-app', 'http and apiKey']] }, 'bearer and x-app'],
])('%s is a reason to stop', (_, change, words) => {
  const reasons = whyNothingWouldPass(said(change));
  expect(reasons).toHaveLength(1);
  expect(reasons[0]).toContain(words);
});

test.each<[string, Parameters<typeof said>[0]]>([
  ['a new field that is optional', { fields: [listed('admission', { required: false })] }],
  ['a field that some drafts have', { fields: [listed('endAt'), listed('description')] }],
  ['an integer for a number', { fields: [listed('channelId', { types: ['integer'] })] }],
  [
    'one way among several that fits',
    {
      security: [
        ['x-api-key', 'apiKey'],
        ['Bearer', 'http'],
      ],
    },
  ],
  ['a token of OAuth, which is sent alike', { security: [['oauth', 'oauth2']] }],
  ['no key at all', { security: [['none', 'none']] }],
])('%s is none', (_, change) => {
  expect(whyNothingWouldPass(said(change))).toEqual([]);
});

test('of a field and its parts only the field is named', () => {
  expect(whyNothingWouldPass(said({ fields: [listed('geo'), listed('geo.lat'), listed('geo.lon')] }))).toHaveLength(1);
});
