import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import type { OperationView } from '#shared/contract/outbox-views.ts';
import { Button } from '../../components/Button.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { useChannelName } from '../../stores/catalog.ts';
import { formatClock, formatLocalLine } from '../../texts/format.ts';
import { t } from '../../texts/index.ts';
import { showDraft } from '../drafts/drafts-store.ts';
import { OperationDetails } from './OperationDetails.tsx';
import { drop, resolve, retry } from './outbox-store.ts';

type Props = { operation: OperationView; open: boolean; onToggle: () => void };

/** One event on its way: where it stands, why, and what can be done about it. */
export function OperationRow({ operation, open, onToggle }: Props) {
  const id = useId();
  const channel = useChannelName(operation.channelId);
  const title = operation.title.trim() || t.untitled;
  return (
    <article aria-labelledby={`${id}-title`}>
      <div className="operation-line">
        <span className="operation-state">
          <StatusBadge status={operation.state} />
        </span>
        <div className="operation-words">
          <h2 id={`${id}-title`}>
            <bdi>{title}</bdi>
          </h2>
          <p className="operation-note numeric">
            {operation.startLocal !== null && `${formatLocalLine(operation.startLocal)} · `}
            <bdi>{channel}</bdi>
          </p>
          <Reason operation={operation} />
        </div>
        <Actions operation={operation} />
        <button
          type="button"
          className="operation-more"
          aria-expanded={open}
          aria-controls={`${id}-details`}
          aria-label={t.outbox.details}
          title={t.outbox.details}
          onClick={onToggle}
        >
          <ChevronDown aria-hidden="true" size={16} />
        </button>
      </div>
      {open && (
        <div id={`${id}-details`}>
          <OperationDetails operation={operation} />
        </div>
      )}
    </article>
  );
}

/** Why it is where it is. Nothing for what simply waits its turn or has arrived. */
function Reason({ operation }: { operation: OperationView }) {
  const { state, error, heldReason, notBefore } = operation;
  if (state === 'delivered' || state === 'cancelled') return null;
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
      {state === 'needsReview' && <p className="operation-reason">{t.outbox.reviewWords}</p>}
    </>
  );
}

function Actions({ operation }: { operation: OperationView }) {
  const { id, state, draftId } = operation;
  const waitsForSomething =
    operation.attempts > 0 || operation.notBefore !== null || operation.heldReason !== null || operation.error !== null;
  return (
    <div className="operation-actions">
      {state === 'needsReview' && (
        <>
          <Button size="sm" onClick={() => void resolve(id, 'itIsThere')}>
            {t.outbox.itIsThere}
          </Button>
          <Button size="sm" onClick={() => void resolve(id, 'sendAgain')}>
            {t.outbox.sendAgain}
          </Button>
        </>
      )}
      {state === 'rejected' && (
        <Button size="sm" onClick={() => showDraft(draftId)}>
          {t.outbox.editDraft}
        </Button>
      )}
      {state === 'queued' && waitsForSomething && (
        <Button size="sm" onClick={() => void retry(id)}>
          {t.outbox.retry}
        </Button>
      )}
      {operation.droppable && (
        <Button size="sm" look="quiet" onClick={() => void drop(id)}>
          {t.outbox.drop}
        </Button>
      )}
    </div>
  );
}
