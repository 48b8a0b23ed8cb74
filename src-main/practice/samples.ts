import type { Channel, Classification } from './schemas.ts';

/** Channels that a fresh practice server gives its organizer. */
export const sampleChannels: readonly Channel[] = [
  { id: 101, name: 'The Lantern Room', slug: 'the-lantern-room' },
  { id: 102, name: 'Courtyard Sessions', slug: 'courtyard-sessions' },
  { id: 103, name: 'Workshop Loft', slug: 'workshop-loft' },
];

/** Exists, but belongs to another owner: the organizer's key gets 403 `forbidden` for it. */
export const someoneElsesChannel: Channel = { id: 909, name: 'Harbour Hall', slug: 'harbour-hall' };

/** Assumed: only `music` and `workshop` are named on a public page; the rest makes practising less dull. */
export const sampleClassifications: readonly Classification[] = [
  { slug: 'music', name: 'Music' },
  { slug: 'workshop', name: 'Workshop' },
  { slug: 'art', name: 'Art' },
  { slug: 'comedy', name: 'Comedy' },
  { slug: 'community', name: 'Community' },
  { slug: 'dance', name: 'Dance' },
  { slug: 'family', name: 'Family' },
  { slug: 'film', name: 'Film' },
  { slug: 'food-and-drink', name: 'Food and drink' },
  { slug: 'talk', name: 'Talk' },
  { slug: 'theatre', name: 'Theatre' },
];
