import { expect, test } from 'vitest';
import { type DraftFields, emptyDraftFields } from './draft.ts';
import { applyVenue, partsOf, toVenueContent } from './venue-preset.ts';

const night: DraftFields = {
  ...emptyDraftFields(),
  title: 'Jazz Night',
  startLocal: '2027-06-01T20:00',
  endLocal: '2027-06-02T01:30',
  timeZone: 'Europe/Berlin',
  locationName: 'Main Room',
  placeId: 'place-berlin',
  placeName: 'Berlin',
  countryCode: 'DE',
  offers: [{ name: 'Standard', url: 'https://tickets.example', availability: 'available' }],
};

test('a preset holds the ticked parts of a draft, and never its title or its date', () => {
  expect(partsOf(night)).toEqual(['venue', 'place', 'timeZone', 'tickets', 'publishAs', 'duration']);
  expect(partsOf(emptyDraftFields())).toEqual(['publishAs']);
  expect(toVenueContent(night, ['venue', 'place', 'duration'])).toEqual({
    fields: { locationName: 'Main Room', placeId: 'place-berlin', placeName: 'Berlin', countryCode: 'DE' },
    durationMinutes: 330,
  });
  expect(toVenueContent(night, ['venue']).durationMinutes).toBeNull();
});

test('it changes what it holds and nothing else; the end follows the start', () => {
  const content = toVenueContent(night, ['venue', 'tickets', 'duration']);
  const draft = { ...emptyDraftFields(), title: 'Film', startLocal: '2027-07-01T22:00', capacity: 80 };
  expect(applyVenue(draft, content)).toEqual({
    locationName: 'Main Room',
    offers: night.offers,
    endLocal: '2027-07-02T03:30',
  });
  expect(applyVenue({ ...draft, endLocal: '2027-07-01T23:00' }, content)).not.toHaveProperty('endLocal');
  expect(applyVenue({ ...draft, startLocal: null }, content)).not.toHaveProperty('endLocal');
});

test('an end before the start is no length', () => {
  expect(partsOf({ ...night, endLocal: '2027-05-01T20:00' })).not.toContain('duration');
});
