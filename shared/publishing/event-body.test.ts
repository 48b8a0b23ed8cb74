import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DraftFields, emptyDraftFields } from '../drafts/draft.ts';
import { OrganizerError } from '../errors.ts';
import { toCreateEventBody } from './event-body.ts';
import { extraFields } from './extra-fields.ts';

const ready: DraftFields = {
  ...emptyDraftFields(),
  title: ' Rooftop Jazz Night ',
  startLocal: '2026-06-12T20:00',
  timeZone: 'America/New_York',
  channelId: 101,
  classifications: ['music', 'dance'],
  placeId: ' place-new-york ',
};

const full: DraftFields = {
  ...ready,
  endLocal: '2026-06-12T23:30',
  placeName: 'New York',
  countryCode: 'US',
  locationName: ' Roof ',
  coverImage: 42,
  offers: [{ name: 'Door', url: 'https://example.org/t', availability: 'available' }],
  description: 'SECRET-DESCRIPTION',
  capacity: 987654,
  publishAs: 'draft',
};

test('only the required fields are there when nothing else is known', () => {
  expect(toCreateEventBody(ready)).toEqual({
    channelId: 101,
    title: 'Rooftop Jazz Night',
    startAt: '2026-06-12T20:00:00-04:00',
    timezone: 'America/New_York',
    classifications: ['music', 'dance'],
    approxLocation: { city: { placeId: 'place-new-york' } },
    status: 'published',
  });
});

test('the bytes of a full draft never change: a released version may have frozen the same', () => {
  expect(JSON.stringify(toCreateEventBody(full))).toBe(
    '{"channelId":101,"title":"Rooftop Jazz Night","startAt":"2026-06-12T20:00:00-04:00",' +
      '"endAt":"2026-06-12T23:30:00-04:00","timezone":"America/New_York","classifications":["music","dance"],' +
      '"approxLocation":{"city":{"placeId":"place-new-york","name":"New York","countryCode":"US"}},' +
      '"locationName":"Roof","status":"draft","coverImage":42,' +
      '"offers":[{"name":"Door","url":"https://example.org/t","availability":"available"}]}',
  );
});

test('rule: equal drafts give equal bytes, in whatever order their fields were written', () => {
  const entries = Object.entries(full);
  fc.assert(
    fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
      const offers = full.offers.map(({ name, url, availability }) => ({ availability, url, name }));
      const same = { ...Object.fromEntries(shuffled), offers } as DraftFields;
      expect(JSON.stringify(toCreateEventBody(same))).toBe(JSON.stringify(toCreateEventBody(full)));
    }),
  );
});

test('what no page gives a key for is never sent', () => {
  const text = JSON.stringify(toCreateEventBody(full));
  for (const field of extraFields) expect(Object.keys(JSON.parse(text))).not.toContain(field);
  expect(text).not.toMatch(/SECRET-DESCRIPTION|987654|allDay|startFold/);
});

test('what only the document lists comes last, each by itself, and the bytes before it stay', () => {
  const without = JSON.stringify(toCreateEventBody(full)).slice(0, -1);
  const withBoth = JSON.stringify(toCreateEventBody(full, ['capacity', 'description']));
  expect(withBoth).toBe(`${without},"description":"${full.description.trim()}","capacity":987654}`);
  expect(JSON.stringify(toCreateEventBody(full, ['capacity']))).toBe(`${without},"capacity":987654}`);
  expect(toCreateEventBody({ ...full, description: ' ', capacity: null }, extraFields)).toEqual(
    toCreateEventBody({ ...full, description: ' ', capacity: null }),
  );
});

test('the offset is that of the day, and of the showing that was chosen', () => {
  const at = (startLocal: string, startFold: 'earlier' | 'later' = 'earlier') =>
    toCreateEventBody({ ...ready, startLocal, startFold }).startAt;
  expect(at('2026-12-12T20:00')).toBe('2026-12-12T20:00:00-05:00');
  expect(at('2026-11-01T01:30')).toBe('2026-11-01T01:30:00-04:00');
  expect(at('2026-11-01T01:30', 'later')).toBe('2026-11-01T01:30:00-05:00');
});

test('a draft that is not ready is refused with the reason', () => {
  expect(() => toCreateEventBody({ ...ready, channelId: null })).toThrowError(OrganizerError);
  expect(() => toCreateEventBody({ ...ready, channelId: null })).toThrowError(/Missing: Channel/);
});
