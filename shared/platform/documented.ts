import type { Capabilities, Field, Offer, Source } from './capabilities.ts';

const root = '/api/public/v1';

const documented = (method: string, path: string): Offer => ({
  route: { method, path: root + path, deprecated: false },
  source: 'documented',
});

/** No public page names it, so it is not there until the platform's own document lists it. */
const unnamed: Offer = { route: null, source: 'documented' };

function field(name: string, required: boolean, type: string, values: [string, Source][] = []): Field {
  return {
    name,
    required,
    types: [type],
    values: values.map(([value, source]) => ({ value, source })),
    valuesComplete: false,
    limits: {},
    deprecated: false,
    source: 'documented',
  };
}

/**
 * What the platform's public pages say (create-events, channels, pagination, authentication), and nothing else. The
 * scopes `events:update` and `media:create` are documented, their routes are not.
 */
export const documentedCapabilities: Capabilities = {
  routes: {
    createEvent: documented('POST', '/events'),
    updateEvent: unnamed,
    listEvents: documented('GET', '/events'),
    readEvent: unnamed,
    uploadMedia: unnamed,
    listChannels: documented('GET', '/channels'),
    listClassifications: documented('GET', '/classifications'),
    listPlaces: unnamed,
  },
  fields: [
    field('channelId', true, 'number'),
    field('title', true, 'string'),
    field('startAt', true, 'string'),
    field('timezone', true, 'string'),
    field('classifications', true, 'array'),
    field('approxLocation', true, 'object'),
    field('approxLocation.city', true, 'object'),
    field('approxLocation.city.placeId', true, 'string'),
    field('approxLocation.city.name', false, 'string'),
    field('approxLocation.city.countryCode', false, 'string'),
    field('endAt', false, 'string'),
    // The mode is documented, its spelling `draft` is not.
    field('status', false, 'string', [
      ['published', 'documented'],
      ['draft', 'assumed'],
    ]),
    field('locationName', false, 'string'),
    field('coverImage', false, 'number'),
    field('offers', false, 'array'),
    field('offers[].name', false, 'string'),
    field('offers[].url', false, 'string'),
    field('offers[].availability', false, 'string', [['available', 'documented']]),
  ],
  security: [{ name: 'bearer', type: 'http', source: 'documented' }],
};
