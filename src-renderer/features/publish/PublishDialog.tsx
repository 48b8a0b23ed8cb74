import { RefreshCw, Send } from 'lucide-react';
import { useState } from 'react';
import type { PublishSelection } from '#shared/contract/contract.ts';
import type { PublishPlan } from '#shared/contract/outbox-views.ts';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import { Modal } from '../../components/Modal.tsx';
import { Banner, ErrorState, Loading } from '../../components/Notices.tsx';
import { SelectBox } from '../../components/SelectBox.tsx';
import { call } from '../../stores/bridge.ts';
import { go } from '../../stores/navigation.ts';
import { closePublish, usePublishing } from '../../stores/publishing.ts';
import { showError, showNote } from '../../stores/toasts.ts';
import { isPractice, stateQuery } from '../../stores/workspace.ts';
import { t } from '../../texts/index.ts';
import { PlanTotals } from './PlanTotals.tsx';
import { type PublishAs, useDryRun } from './use-dry-run.ts';

const asChoices = [
  { value: null, label: t.publish.asChosen },
  { value: 'published', label: t.publish.asPublished },
  { value: 'draft', label: t.publish.asDraft },
];

type Asked = NonNullable<ReturnType<typeof usePublishing.getState>['asked']>;

/** What publishing would do, in totals; then does exactly that. */
export function PublishDialog() {
  const asked = usePublishing((state) => state.asked);
  // The last selection stays visible while the dialog fades out.
  const [shown, setShown] = useState<Asked | null>(null);
  const [turn, setTurn] = useState(0);
  if (asked !== null && asked !== shown) {
    // Another selection is another dialog: nothing of the last one may show through.
    if (asked.meant !== shown?.meant) setTurn((was) => was + 1);
    setShown(asked);
  }
  return shown === null ? null : <PublishModal key={turn} open={asked !== null} asked={shown} />;
}

function PublishModal({ open, asked }: { open: boolean; asked: Asked }) {
  const { selection } = asked;
  const [as, setAs] = useState<PublishAs>(null);
  const [busy, setBusy] = useState(false);
  const [changed, setChanged] = useState(false);
  const [despite, setDespite] = useState(false);
  const { plan, fresh, error, again } = useDryRun(open ? selection : null, as, despite);
  const state = stateQuery.store.getState().value;

  async function confirm(reviewed: string) {
    setBusy(true);
    const answer = await call('publish', {
      selection,
      ...(as !== null && { publishAs: as }),
      despiteContract: despite,
      dryRun: false,
      reviewed,
    });
    setBusy(false);
    if (!answer.ok && answer.error.code === 'plan_changed') {
      setChanged(true);
      return again();
    }
    if (!answer.ok) return showError(answer.error);
    closePublish();
    showNote(t.publish.done(answer.value.queued), { label: t.publish.showOutbox, run: () => go('outbox') });
  }

  return (
    <Modal
      open={open}
      onClose={closePublish}
      title={titleOf(asked.meant)}
      description={state !== null && isPractice(state) ? t.publish.practice : t.publish.real}
      actions={
        <>
          <Button onClick={closePublish}>{t.actions.cancel}</Button>
          <Button
            look="primary"
            icon={Send}
            busy={busy}
            disabled={plan === null || !fresh || plan.queued === 0}
            onClick={() => plan !== null && void confirm(plan.mark)}
          >
            {confirmLabel(plan)}
          </Button>
        </>
      }
    >
      <div role="status" className="plan-changed">
        {changed && (
          <Banner tone="warn" icon={RefreshCw} title={t.publish.changed}>
            {t.publish.changedWords}
          </Banner>
        )}
      </div>
      {/* First what one chooses, then what follows from it. */}
      <Field label={t.publish.as}>
        {({ id }) => (
          <SelectBox
            id={id}
            choices={asChoices}
            value={as as string | null}
            onChange={(next) => setAs(next === 'draft' || next === 'published' ? next : null)}
          />
        )}
      </Field>
      {error !== null && <ErrorState error={error} onRetry={again} />}
      {error === null && plan === null && <Loading />}
      {plan !== null && (
        <PlanTotals plan={plan} leftOut={asked.leftOut.size} despite={despite} onDespite={setDespite} />
      )}
    </Modal>
  );
}

/** Names no number before one is known: “Publish 0 events” would be a statement. */
function confirmLabel(plan: PublishPlan | null): string {
  if (plan === null) return t.publish.confirmSoon;
  return plan.queued === 0 ? t.publish.nothing : t.publish.confirm(plan.queued);
}

function titleOf(selection: PublishSelection): string {
  if (selection.kind === 'all') return t.publish.titleAll;
  return selection.kind === 'import' ? t.publish.titleImport : t.publish.titleSome(selection.draftIds.length);
}
