import { type DraftFields, emptyDraftFields } from '#shared/drafts/draft.ts';

/** Fields of a draft that has all that publishing needs. */
export function readyFields(change: Partial<DraftFields> = {}): DraftFields {
  return {
    ...emptyDraftFields(),
    title: 'Rooftop Jazz Night',
    startLocal: '2026-07-12T20:00',
    timeZone: 'America/New_York',
    channelId: 101,
    classifications: ['music'],
    placeId: 'place-new-york',
    ...change,
  };
}
