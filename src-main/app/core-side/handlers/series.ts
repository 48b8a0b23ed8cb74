import type { seriesCalls } from '#shared/contract/calls/series.ts';
import type { HandlersOf } from './types.ts';

export const seriesHandlers: HandlersOf<typeof seriesCalls> = {
  repeatDraft: ({ organizer }, input) => organizer.series.repeat(input),
  getSeries: ({ organizer }, { draftId }) => ({ series: organizer.series.of(draftId) }),
  changeSeries: ({ organizer }, input) => organizer.series.change(input),
};
