import type { BulkChange } from '#shared/contract/bulk-views.ts';
import type { Series } from '#shared/contract/calls/series.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import type { Repeated } from '#shared/drafts/repeat.ts';
import type { EnqueueParts } from '../outbox/queue/freeze.ts';
import type { Clock } from '../ports.ts';
import { changeSeries } from './change-series.ts';
import { repeatDraft } from './repeat.ts';
import { findSeries } from './series.ts';

/** Drafts that repeat one of them. */
export type SeriesApi = {
  /** @throws OrganizerError see `repeatDraft` */
  repeat(input: CallInput<'repeatDraft'>): Repeated;
  /** What a draft belongs together with; null when it is alone. */
  of(draftId: string): Series | null;
  /** @throws OrganizerError see `changeSeries` */
  change(input: CallInput<'changeSeries'>): BulkChange;
};

type Parts = EnqueueParts & { clock: Clock; afterChange: <T>(result: T) => T };

/** The series of one workspace. */
export function createSeries({ clock, afterChange, ...parts }: Parts): SeriesApi {
  const changed = <T>(dryRun: boolean, result: T): T => (dryRun ? result : afterChange(result));
  return {
    repeat: (input) => changed(input.dryRun, repeatDraft(parts, input, clock.now())),
    of: (draftId) => {
      const found = findSeries(parts.db, draftId);
      if (found === null) return null;
      const { others, ...series } = found;
      return series;
    },
    change: (input) => changed(input.dryRun, changeSeries(parts, input, clock.now())),
  };
}
