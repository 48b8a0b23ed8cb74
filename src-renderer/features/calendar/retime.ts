import type { CalendarItem } from '#shared/contract/calendar-views.ts';
import type { DraftFields } from '#shared/drafts/draft.ts';
import { call } from '../../stores/bridge.ts';
import { storePendingEdits } from '../../stores/pending-edits.ts';
import { showError, showNote } from '../../stores/toasts.ts';
import { t } from '../../texts/index.ts';
import { forgetTimes, showTimes, type Times } from './times.ts';

/**
 * Stores new times of a draft, says so and offers to take it back. The core decides whether it may move: what is being
 * sent or is published stays, and what waits in the outbox goes there with its new times.
 */
export async function retime(item: CalendarItem, times: Times): Promise<void> {
  showTimes(item, times, 'saving');
  const result = await change(item.id, times);
  if (result === null) return forgetTimes(item.id);
  const { before, leftOutbox, notes } = result;
  if (before === null) return forgetTimes(item.id);
  showTimes(item, times, 'stored');
  const { startLocal, endLocal, startFold } = before;
  const words = [t.calendar.moved(item.title || t.untitled, times.startLocal, times.endLocal), ...notes];
  if (leftOutbox) words.push(t.calendar.leftOutbox);
  showNote(words.join(' '), {
    label: t.actions.undo,
    run: () => void takeBack(item, { startLocal: startLocal ?? item.startLocal, endLocal, startFold }),
  });
}

async function takeBack(item: CalendarItem, before: Times & Pick<DraftFields, 'startFold'>) {
  const { startLocal, endLocal, startFold } = before;
  showTimes(item, before, 'saving');
  if ((await change(item.id, { startLocal, endLocal, startFold })) === null) return forgetTimes(item.id);
  showTimes(item, before, 'stored');
  showNote(t.calendar.movedBack);
}

type Changed = { before: DraftFields | null; leftOutbox: boolean; notes: string[] };

/** Null when it stayed as it was; then the person has been told why. */
async function change(id: string, set: Partial<DraftFields>): Promise<Changed | null> {
  // Words that the open editor still holds would bring the old times back.
  await storePendingEdits();
  const answer = await call('changeDrafts', { ids: [id], change: { set, shiftDays: 0 }, dryRun: false });
  if (!answer.ok) {
    showError(answer.error);
    return null;
  }
  const { leftDrafts, examples, leavingOutbox } = answer.value;
  if (leftDrafts[0] !== undefined) {
    showNote(t.calendar.stays(leftDrafts[0].title || t.untitled, leftDrafts[0].reason));
    return null;
  }
  const problems = examples[0]?.problems ?? [];
  return {
    before: examples[0]?.before ?? null,
    leftOutbox: leavingOutbox > 0,
    notes: problems.filter(({ code }) => code === 'gap').map(({ message }) => message),
  };
}
