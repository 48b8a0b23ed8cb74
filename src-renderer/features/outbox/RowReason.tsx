import { Copy } from 'lucide-react';
import type { OperationView } from '#shared/contract/outbox-views.ts';
import { Button } from '../../components/Button.tsx';
import { useChannelName } from '../../stores/catalog.ts';
import { formatClock, formatLocalLine } from '../../texts/format.ts';
import { t } from '../../texts/index.ts';
import { copyTitle, resolve, retryEntries, useAsked } from './actions.ts';
import { createPressGuard } from './double-press.ts';

const press = createPressGuard();

type Props = { operation: OperationView; tabbable: boolean };

/** Why it is where it is. Nothing for what simply waits its turn or has arrived. */
export function RowReason({ operation, tabbable }: Props) {
  const { state, error, heldReason, notBefore, asks } = operation;
  if (state === 'delivered' || state === 'cancelled') return null;
  if (state === 'needsReview') return <Review operation={operation} tabbable={tabbable} />;
  if (asks !== null) return <p className="operation-reason">{t.outbox.whyAsks[asks]}</p>;
  const bad = state === 'rejected';
  return (
    <>
      {error !== null && <p className={bad ? 'operation-reason operation-bad' : 'operation-reason'}>{error.message}</p>}
      {heldReason !== null && heldReason !== error?.message && (
        <p className="operation-reason">
          <strong>{t.outbox.held}.</strong> {heldReason}
        </p>
      )}
      {state === 'queued' && notBefore !== null && (
        <p className="operation-reason">{t.outbox.notBefore(formatClock(notBefore))}</p>
      )}
    </>
  );
}

/** Nobody but the person can tell: what happened, what to look for, and the two answers. */
function Review({ operation, tabbable }: Props) {
  const channel = useChannelName(operation.channelId) ?? '';
  const title = operation.title.trim() || t.untitled;
  const start = operation.startLocal === null ? null : formatLocalLine(operation.startLocal);
  const tabIndex = tabbable ? 0 : -1;
  return (
    <div className="review">
      {operation.error !== null && <p>{operation.error.message}</p>}
      <p className="review-look">
        {t.outbox.reviewLook(channel, title, start)}{' '}
        <button type="button" className="link-button" tabIndex={tabIndex} onClick={() => copyTitle(title)}>
          <Copy aria-hidden="true" size={12} />
          {t.outbox.menu.copyTitle}
        </button>
      </p>
      <div className="review-actions" data-control>
        <Button
          size="sm"
          tabIndex={tabIndex}
          onClick={(event) => press(event, () => void resolve(operation.id, 'itIsThere'))}
        >
          {t.outbox.itIsThere}
        </Button>
        <Button size="sm" tabIndex={tabIndex} onClick={() => useAsked.setState({ sendingAgain: operation })}>
          {t.outbox.sendAgain}
        </Button>
        <Button size="sm" look="quiet" tabIndex={tabIndex} onClick={() => void retryEntries([operation])}>
          {t.outbox.lookAgain}
        </Button>
      </div>
    </div>
  );
}
