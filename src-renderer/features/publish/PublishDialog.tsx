import { Send } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { PublishSelection } from '#shared/contract/contract.ts';
import type { PublishPlan } from '#shared/contract/outbox-views.ts';
import type { ErrorData } from '#shared/errors.ts';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import { Modal } from '../../components/Modal.tsx';
import { ErrorState, Loading } from '../../components/Notices.tsx';
import { SelectBox } from '../../components/SelectBox.tsx';
import { call } from '../../stores/bridge.ts';
import { go } from '../../stores/navigation.ts';
import { closePublish, usePublishing } from '../../stores/publishing.ts';
import { showError, showNote } from '../../stores/toasts.ts';
import { isPractice, stateQuery } from '../../stores/workspace.ts';
import { t } from '../../texts/index.ts';
import { PlanTotals } from './PlanTotals.tsx';

type As = 'draft' | 'published' | null;

const asChoices = [
  { value: null, label: t.publish.asChosen },
  { value: 'published', label: t.publish.asPublished },
  { value: 'draft', label: t.publish.asDraft },
];

/** What publishing would do, in totals; then does it. */
export function PublishDialog() {
  const selection = usePublishing((state) => state.selection);
  // The last selection stays visible while the dialog fades out.
  const [shown, setShown] = useState<PublishSelection | null>(null);
  if (selection !== null && selection !== shown) setShown(selection);
  return shown === null ? null : <PublishModal open={selection !== null} selection={shown} />;
}

function PublishModal({ open, selection }: { open: boolean; selection: PublishSelection }) {
  const [as, setAs] = useState<As>(null);
  const [busy, setBusy] = useState(false);
  const { plan, error, again } = useDryRun(open ? selection : null, as);
  const state = stateQuery.store.getState().value;

  async function confirm() {
    setBusy(true);
    const answer = await call('publish', { selection, ...(as !== null && { publishAs: as }), dryRun: false });
    setBusy(false);
    if (!answer.ok) return showError(answer.error);
    closePublish();
    showNote(t.publish.done(answer.value.queued), { label: t.publish.showOutbox, run: () => go('outbox') });
  }

  const nothing = plan !== null && plan.queued === 0;
  return (
    <Modal
      open={open}
      onClose={closePublish}
      title={titleOf(selection)}
      description={state !== null && isPractice(state) ? t.publish.practice : t.publish.real}
      actions={
        <>
          <Button onClick={closePublish}>{t.actions.cancel}</Button>
          <Button
            look="primary"
            icon={Send}
            busy={busy}
            disabled={plan === null || nothing}
            onClick={() => void confirm()}
          >
            {confirmLabel(plan)}
          </Button>
        </>
      }
    >
      {error !== null && <ErrorState error={error} onRetry={again} />}
      {error === null && plan === null && <Loading />}
      {plan !== null && <PlanTotals plan={plan} />}
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

/** Asks what publishing would do, anew for each selection and choice. */
function useDryRun(selection: PublishSelection | null, as: As) {
  const [plan, setPlan] = useState<PublishPlan | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again
  useEffect(() => {
    if (selection === null) return;
    let wanted = true;
    setPlan(null);
    setError(null);
    void call('publish', { selection, ...(as !== null && { publishAs: as }), dryRun: true }).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setPlan(answer.value);
      else setError(answer.error);
    });
    return () => {
      wanted = false;
    };
  }, [selection, as, turn]);
  return { plan, error, again: () => setTurn((was) => was + 1) };
}
