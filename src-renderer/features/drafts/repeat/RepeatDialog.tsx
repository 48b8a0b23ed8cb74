import { useState } from 'react';
import { Button } from '../../../components/Button.tsx';
import { Modal } from '../../../components/Modal.tsx';
import { t } from '../../../texts/index.ts';
import { RepeatBoxes } from './RepeatBoxes.tsx';
import { RepeatDates } from './RepeatDates.tsx';
import './RepeatDialog.css';
import { repeatDraft, useRepeatDates } from './repeat-draft.ts';
import { firstForm, type RepeatForm, toPattern } from './repeat-form.ts';

type Props = { id: string; startLocal: string; onClose: () => void };

/** From one draft to a series: how it repeats, and every date before it is made. */
export function RepeatDialog({ id, startLocal, onClose }: Props) {
  const [form, setForm] = useState(() => firstForm(startLocal));
  const [busy, setBusy] = useState(false);
  const pattern = toPattern(form);
  const dates = useRepeatDates(id, pattern);
  const made = dates === null ? 0 : dates.filter(({ skipped }) => !skipped).length - 1;
  const mayMake = pattern !== null && made > 0 && !busy;
  // Another pattern has other dates: what was left out of the old one means nothing in it.
  const change = (part: Partial<RepeatForm>) => setForm((was) => ({ ...was, skip: [], ...part }));

  async function confirm() {
    if (!mayMake) return;
    setBusy(true);
    if (await repeatDraft(id, pattern)) onClose();
    else setBusy(false);
  }

  return (
    <Modal
      open
      onClose={onClose}
      title={t.repeat.title}
      description={t.repeat.words}
      actions={
        <>
          <Button onClick={onClose}>{t.actions.cancel}</Button>
          <Button look="primary" disabled={!mayMake} onClick={() => void confirm()}>
            {t.repeat.confirm(Math.max(0, made))}
          </Button>
        </>
      }
    >
      <RepeatBoxes form={form} startLocal={startLocal} change={change} />
      {pattern === null && <p role="status">{t.repeat.incomplete}</p>}
      {pattern !== null && dates !== null && (
        <RepeatDates
          dates={dates}
          onSkip={(day, skipped) =>
            change({ skip: skipped ? [...form.skip, day] : form.skip.filter((other) => other !== day) })
          }
        />
      )}
    </Modal>
  );
}
