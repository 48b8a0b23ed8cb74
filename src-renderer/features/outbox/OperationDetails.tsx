import type { ReactNode } from 'react';
import type { OperationView } from '#shared/contract/outbox-views.ts';
import { formatMoment, formatNumber } from '../../texts/format.ts';
import { t } from '../../texts/index.ts';
import { ActivityLog } from '../activity/ActivityLog.tsx';

/** What was done so far, and what someone who helps would ask for: numbers and ids, never a payload. */
export function OperationDetails({ operation }: { operation: OperationView }) {
  const words = t.outbox.detail;
  return (
    <>
      <section>
        <h3>{t.activity.title}</h3>
        <ActivityLog draftId={operation.draftId} sending={operation.state === 'sending'} />
      </section>
      <section>
        <h3>{t.outbox.support}</h3>
        <dl className="operation-facts">
          <Detail label={words.queuedAt}>{formatMoment(operation.queuedAt)}</Detail>
          <Detail label={words.attempts}>{formatNumber(operation.attempts)}</Detail>
          {operation.remoteId !== null && (
            <Detail label={words.remoteId}>
              <code>{operation.remoteId}</code>
            </Detail>
          )}
          <Detail label={words.key}>
            <code>{operation.idempotencyKey}</code>
          </Detail>
          {operation.error !== null && (
            <Detail label={words.code}>
              <code>
                {operation.error.code}
                {operation.error.status !== null && ` (${operation.error.status})`}
              </code>
            </Detail>
          )}
          {operation.error?.requestId && (
            <Detail label={words.requestId}>
              <code>{operation.error.requestId}</code>
            </Detail>
          )}
        </dl>
      </section>
    </>
  );
}

function Detail({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
