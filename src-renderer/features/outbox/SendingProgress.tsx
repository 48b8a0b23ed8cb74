import type { CallOutput } from '#shared/contract/contract.ts';
import { ProgressBar } from '../../components/ProgressBar.tsx';
import { t } from '../../texts/index.ts';
import { useOutbox } from './outbox-store.ts';
import { paceLine } from './pace.ts';

/** How far the present batch is, how fast it goes and how long it will take. Nothing before something was sent. */
export function SendingProgress({ lane, rate }: Pick<CallOutput<'listOperations'>, 'lane' | 'rate'>) {
  const batch = useOutbox((view) => view.batch);
  if (batch === null) return null;
  if (batch.done === batch.total)
    return <ProgressBar label={t.outbox.progressDone} done={batch.done} total={batch.total} text="" />;
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
