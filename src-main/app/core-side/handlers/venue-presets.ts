import type { venuePresetCalls } from '#shared/contract/calls/venue-presets.ts';
import type { HandlersOf } from './types.ts';

export const venuePresetHandlers: HandlersOf<typeof venuePresetCalls> = {
  listVenuePresets: ({ organizer }) => organizer.venuePresets.list(),
  saveVenuePreset: ({ organizer }, preset) => organizer.venuePresets.save(preset),
  removeVenuePreset({ organizer }, { id }) {
    organizer.venuePresets.remove(id);
    return { done: 1 };
  },
};
