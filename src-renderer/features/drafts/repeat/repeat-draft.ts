import { useEffect, useState } from 'react';
import type { DraftField } from '#shared/drafts/draft.ts';
import type { RepeatDate, RepeatPattern } from '#shared/drafts/repeat.ts';
import { call } from '../../../stores/bridge.ts';
import { createLiveQuery } from '../../../stores/live-query.ts';
import { storePendingEdits } from '../../../stores/pending-edits.ts';
import { showError } from '../../../stores/toasts.ts';
import { t } from '../../../texts/index.ts';
import { showUndoable } from '../../history/undo.ts';

/** What the draft in the editor belongs together with. */
export const seriesQuery = createLiveQuery({
  topics: ['drafts'],
  run: (input: { draftId: string }) => call('getSeries', input),
  forgetOnChange: true,
});

/** The dates of a pattern; the last known ones while the next are on the way, null before the first. */
export function useRepeatDates(id: string, pattern: RepeatPattern | null): RepeatDate[] | null {
  const [dates, setDates] = useState<RepeatDate[] | null>(null);
  const asked = JSON.stringify(pattern);
  useEffect(() => {
    const wanted = JSON.parse(asked) as RepeatPattern | null;
    if (wanted === null) return;
    let current = true;
    void storePendingEdits()
      .then(() => call('repeatDraft', { id, pattern: wanted, dryRun: true }))
      .then((answer) => {
        if (!current) return;
        if (answer.ok) setDates(answer.value.dates);
        else showError(answer.error);
      });
    return () => {
      current = false;
    };
  }, [id, asked]);
  return dates;
}

/** Makes the drafts and says so. False when it failed; then nothing was made. */
export async function repeatDraft(id: string, pattern: RepeatPattern): Promise<boolean> {
  await storePendingEdits();
  const answer = await call('repeatDraft', { id, pattern, dryRun: false });
  if (answer.ok) await showUndoable(t.repeat.made(answer.value.ids.length));
  else showError(answer.error);
  return answer.ok;
}

/** Gives the others what was changed here. True when it was done. */
export async function giveToSeries(
  draftId: string,
  scope: 'following' | 'all',
  fields: DraftField[],
): Promise<boolean> {
  await storePendingEdits();
  const answer = await call('changeSeries', { draftId, scope, fields, dryRun: false });
  if (!answer.ok) {
    showError(answer.error);
    return false;
  }
  const { changed, left, leftDrafts } = answer.value;
  const words = t.repeat.given(changed, left, leftDrafts[0]?.reason ?? '');
  await showUndoable(words);
  return true;
}
