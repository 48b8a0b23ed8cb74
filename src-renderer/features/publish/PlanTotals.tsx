import { CircleCheck, CircleDashed, CircleMinus, ClockAlert, Copy, FileWarning, MessageSquareOff } from 'lucide-react';
import type { PublishPlan } from '#shared/contract/outbox-views.ts';
import { extraFields } from '#shared/publishing/extra-fields.ts';
import { Button } from '../../components/Button.tsx';
import { ReasonList } from '../../components/ReasonList.tsx';
import { useUnsentReason } from '../../stores/platform.ts';
import { leaveOut, takeBackIn } from '../../stores/publishing.ts';
import { t } from '../../texts/index.ts';
import { PlanSum } from './PlanSum.tsx';
import './PlanTotals.css';
import { Total } from './Total.tsx';

type Props = {
  plan: PublishPlan;
  leftOut: number;
  /** Whether what the platform's description would refuse is sent all the same. */
  despite: boolean;
  onDespite: (despite: boolean) => void;
};

/** A batch in totals: what would be sent, what deserves a second look, and what would not be sent and why. */
export function PlanTotals({ plan, leftOut, despite, onDespite }: Props) {
  return (
    <ul className="totals">
      <PlanSum plan={plan} />
      {plan.begun > 0 && (
        <Total
          icon={ClockAlert}
          tone="warn"
          title={t.publish.begun(plan.begun)}
          note={t.publish.begunNote(plan.begun)}
        />
      )}
      {lookAlikeKinds.map((as) => (
        <LookAlikes key={as} as={as} lookAlikes={plan.lookAlikes.filter((twin) => twin.as === as)} />
      ))}
      <Unsent plan={plan} />
      {plan.wouldBeRefused > 0 && (
        <Total
          icon={FileWarning}
          tone="warn"
          title={t.contract.wouldBeRefused(plan.wouldBeRefused)}
          note={despite ? t.contract.included : t.contract.notIncluded}
          action={
            <Button size="sm" onClick={() => onDespite(!despite)}>
              {despite ? t.contract.leaveOut : t.contract.include}
            </Button>
          }
        />
      )}
      {leftOut > 0 && (
        <Total
          icon={CircleMinus}
          title={t.publish.leftOut(leftOut)}
          note={t.publish.leftOutNote(leftOut)}
          action={
            <Button size="sm" onClick={takeBackIn}>
              {t.publish.takeBackIn}
            </Button>
          }
        />
      )}
      {plan.notReady.length > 0 && (
        <Total
          icon={CircleDashed}
          title={t.publish.notReady(plan.notReady.length)}
          note={t.publish.notReadyNote(plan.notReady.length)}
        >
          <ReasonList
            label={t.publish.notReady(plan.notReady.length)}
            rows={plan.notReady.map(({ draftId, title, reason }) => ({ key: draftId, title, reason }))}
          />
        </Total>
      )}
      {plan.alreadyInOutbox > 0 && (
        <Total icon={CircleCheck} title={t.publish.inOutbox(plan.alreadyInOutbox)} note={t.publish.inOutboxNote} />
      )}
    </ul>
  );
}

/** What is written in drafts and stays here, and why. */
function Unsent({ plan }: { plan: PublishPlan }) {
  const why = { description: useUnsentReason('description'), capacity: useUnsentReason('capacity') };
  return extraFields
    .filter((field) => plan.unsent[field] > 0)
    .map((field) => {
      const reason = why[field];
      return (
        <Total
          key={field}
          icon={MessageSquareOff}
          title={t.contract.unsent[field](plan.unsent[field])}
          {...(reason !== null && { note: t.contract.unsentWhy[reason] })}
        />
      );
    });
}

type LookAlike = PublishPlan['lookAlikes'][number];

/** The surest first: what exists already. */
const lookAlikeKinds = ['delivered', 'onItsWay', 'inThisBatch'] as const satisfies readonly LookAlike['as'][];

function LookAlikes({ as, lookAlikes }: { as: LookAlike['as']; lookAlikes: LookAlike[] }) {
  const n = lookAlikes.length;
  if (n === 0) return null;
  const title = t.publish.lookAlikes[as](n);
  return (
    <Total icon={Copy} tone="warn" title={title} note={n === 1 ? t.publish.lookAlikeNote : t.publish.lookAlikesNote}>
      <ReasonList
        label={title}
        rows={lookAlikes.map(({ draftId, title: name, remoteId }) => ({
          key: draftId,
          title: name,
          reason: t.publish.lookAlike[as](remoteId),
        }))}
      />
      <Button size="sm" onClick={() => void leaveOut(lookAlikes.map(({ draftId }) => draftId))}>
        {t.publish.leaveOut(n)}
      </Button>
    </Total>
  );
}
