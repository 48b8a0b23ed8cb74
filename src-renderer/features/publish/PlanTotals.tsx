import { CircleCheck, CircleDashed, Copy, type LucideIcon, Send } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PublishPlan } from '#shared/contract/outbox-views.ts';
import { Button } from '../../components/Button.tsx';
import { leaveOut } from '../../stores/publishing.ts';
import { t } from '../../texts/index.ts';
import './PlanTotals.css';

/** A dialog is no place for thousands of rows: the first ones show what kind of thing it is. */
const MOST_SHOWN = 50;

/** How many would be sent, and what would not, with the reasons. */
export function PlanTotals({ plan }: { plan: PublishPlan }) {
  return (
    <ul className="totals">
      <Total icon={Send} tone="accent" title={t.publish.queued(plan.queued)} />
      {plan.alreadyInOutbox > 0 && (
        <Total
          icon={CircleCheck}
          tone="plain"
          title={t.publish.inOutbox(plan.alreadyInOutbox)}
          note={t.publish.inOutboxNote}
        />
      )}
      {plan.lookAlikes.length > 0 && (
        <Total
          icon={Copy}
          tone="warn"
          title={t.publish.lookAlikes(plan.lookAlikes.length)}
          note={t.publish.lookAlikesNote}
        >
          <Reasons
            rows={plan.lookAlikes.map(({ draftId, title, remoteId }) => ({
              draftId,
              title,
              reason: t.publish.lookAlike(remoteId),
            }))}
          />
          <Button size="sm" onClick={() => void leaveOut(plan.lookAlikes.map(({ draftId }) => draftId))}>
            {t.publish.leaveOut}
          </Button>
        </Total>
      )}
      {plan.notReady.length > 0 && (
        <Total
          icon={CircleDashed}
          tone="plain"
          title={t.publish.notReady(plan.notReady.length)}
          note={t.publish.notReadyNote}
        >
          <Reasons rows={plan.notReady} />
        </Total>
      )}
    </ul>
  );
}

function Total({
  icon: Icon,
  tone,
  title,
  note,
  children,
}: {
  icon: LucideIcon;
  tone: string;
  title: string;
  note?: string;
  children?: ReactNode;
}) {
  return (
    <li className={`total total-${tone}`}>
      <Icon aria-hidden="true" size={16} />
      <div>
        <strong className="numeric">{title}</strong>
        {note && <p className="total-note">{note}</p>}
        {children}
      </div>
    </li>
  );
}

function Reasons({ rows }: { rows: { draftId: string; title: string; reason: string }[] }) {
  const hidden = rows.length - MOST_SHOWN;
  return (
    // Reachable, so that the keyboard can scroll it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls
    <ul className="reasons" tabIndex={0}>
      {rows.slice(0, MOST_SHOWN).map((row) => (
        <li key={row.draftId}>
          <bdi>{row.title.trim() || t.untitled}</bdi>
          <span>{row.reason}</span>
        </li>
      ))}
      {hidden > 0 && <li>{t.publish.more(hidden)}</li>}
    </ul>
  );
}
