import { expect, test } from 'vitest';
import type { VenueContent } from '#shared/drafts/venue-preset.ts';
import { openOrganizer } from '../testing/organizers.ts';

const content: VenueContent = {
  fields: { locationName: 'Main Room', channelId: 101, offers: [], capacity: 80 },
  durationMinutes: 180,
};

test('venue presets are kept by name over restarts, and announced', async () => {
  const organizer = await openOrganizer();
  const news: string[] = [];
  organizer.onChanged((topics) => news.push(...topics));
  const main = organizer.venuePresets.save({ id: null, name: 'Main Room', content });
  organizer.venuePresets.save({ id: null, name: 'bar', content: { ...content, durationMinutes: null } });
  expect(news).toEqual(['catalog', 'catalog']);
  await organizer.close();
  const again = await openOrganizer({ dataDir: organizer.dataDir, seed: 2 });
  expect(again.venuePresets.list().map(({ name }) => name)).toEqual(['bar', 'Main Room']);
  expect(again.venuePresets.list()[1]).toEqual(main);
  again.venuePresets.save({ ...main, name: 'Big room' });
  expect(again.venuePresets.list().map(({ name }) => name)).toEqual(['bar', 'Big room']);
  again.venuePresets.remove(main.id);
  expect(again.venuePresets.list()).toHaveLength(1);
});

test('one name is one preset, and what is not there cannot be changed', async () => {
  const organizer = await openOrganizer();
  const { id } = organizer.venuePresets.save({ id: null, name: 'Bar', content });
  expect(() => organizer.venuePresets.save({ id: null, name: 'Bar', content })).toThrowError(/already/);
  expect(organizer.venuePresets.save({ id, name: 'Bar', content })).toMatchObject({ id });
  const notFound = expect.objectContaining({ code: 'not_found' });
  expect(() => organizer.venuePresets.save({ id: 'nobody', name: 'Hall', content })).toThrowError(notFound);
  expect(() => organizer.venuePresets.remove('nobody')).toThrowError(notFound);
});
