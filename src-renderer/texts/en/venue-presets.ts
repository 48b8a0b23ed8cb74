import type { VenuePart } from '#shared/drafts/venue-preset.ts';

const parts: Record<VenuePart, string> = {
  venue: 'Venue or room',
  place: 'Place',
  timeZone: 'Time zone',
  channel: 'Channel',
  classifications: 'Classifications',
  tickets: 'Tickets',
  capacity: 'Capacity',
  publishAs: 'Publish as',
  duration: 'Length',
};

export const venuePresets = {
  action: 'Venue presets',
  apply: 'Fill in from',
  none: 'No venue preset yet',
  save: 'Save this as a preset…',
  manage: 'Edit presets…',
  applied: (name: string) => `Filled in from “${name}”.`,
  saveTitle: 'Save as a venue preset',
  saveWords: 'What is always the same here fills a new draft with one click. Title and date are never part of it.',
  name: 'Name',
  namePlaceholder: 'Main Room',
  includes: 'Includes',
  parts,
  saveDo: 'Save preset',
  saved: (name: string) => `The preset “${name}” is saved.`,
  manageTitle: 'Venue presets',
  manageWords: 'Drafts that were filled in from a preset keep what they have, also when it changes or goes.',
  rename: (name: string) => `Name of “${name}”`,
  remove: (name: string) => `Delete “${name}”`,
  removed: (name: string) => `The preset “${name}” is deleted.`,
  done: 'Done',
};
