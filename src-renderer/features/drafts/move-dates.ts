import { useEffect, useState } from 'react';
import type { BulkChange } from '#shared/contract/bulk-views.ts';
import { call } from '../../stores/bridge.ts';
import { storePendingEdits } from '../../stores/pending-edits.ts';
import { showError, showNote } from '../../stores/toasts.ts';
import { t } from '../../texts/index.ts';
import { showUndoable } from '../history/undo.ts';

/** What moving would do; null while it is not known. An answer that came too late is dropped. */
export function useMovePreview(ids: string[], days: number | null): BulkChange | null {
  const [known, setKnown] = useState<{ asked: string; change: BulkChange } | null>(null);
  const asked = JSON.stringify([days, ids]);
  useEffect(() => {
    const [shiftDays, of] = JSON.parse(asked) as [number | null, string[]];
    if (shiftDays === null) return;
    let current = true;
    void storePendingEdits()
      .then(() => call('changeDrafts', { ids: of, change: { set: {}, shiftDays }, dryRun: true }))
      .then((answer) => {
        if (!current) return;
        if (answer.ok) setKnown({ asked, change: answer.value });
        else showError(answer.error);
      });
    return () => {
      current = false;
    };
  }, [asked]);
  return known?.asked === asked ? known.change : null;
}

/** Moves the drafts and says so. False when it failed; then nothing has moved. */
export async function moveDates(ids: string[], shiftDays: number): Promise<boolean> {
  const answer = await call('changeDrafts', { ids, change: { set: {}, shiftDays }, dryRun: false });
  if (!answer.ok) showError(answer.error);
  else if (answer.value.changed === 0) showNote(t.drafts.move.done(0));
  else await showUndoable(t.drafts.move.done(answer.value.changed));
  return answer.ok;
}
