import type { CallOutput } from '#shared/contract/contract.ts';
import { ProgressBar } from '../../components/ProgressBar.tsx';
import { t } from '../../texts/index.ts';
import { useOutbox } from './outbox-store.ts';
import { paceLine } from './pace.ts';

/**
 * How far the present batch is, how fast it goes and how long it will take. Nothing before something was sent, and no
 * “everything” while something waits for the person.
 */
export function SendingProgress({ page: { lane, rate, asking, counts } }: { page: CallOutput<'listOperations'> }) {
  const batch = useOutbox((view) => view.batch);
  if (batch === null) return null;
  if (batch.done === batch.total) {
    if (asking + counts.needsReview + counts.rejected > 0) return null;
    return <ProgressBar label={t.outbox.progressDone} done={batch.done} total={batch.total} text="" />;
  }
  return (
    <ProgressBar
      label={t.outbox.progress}
      done={batch.done}
      total={batch.total}
      text={t.outbox.progressText(batch.done, batch.total)}
      note={paceLine(rate, lane.condition)}
      halted={lane.condition !== 'open'}
    />
  );
}
