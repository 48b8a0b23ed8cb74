import { CalendarArrowUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Field, TextInput } from '../../components/Field.tsx';
import { Modal } from '../../components/Modal.tsx';
import { t } from '../../texts/index.ts';
import { moveDates, useMovePreview } from './move-dates.ts';
import { parseDays } from './move-days.ts';

/** Moves the selected drafts by days; the clock time stays. Says first what will change. */
export function MoveDates({ ids }: { ids: string[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" icon={CalendarArrowUp} onClick={() => setOpen(true)}>
        {t.drafts.move.action}
      </Button>
      {isOpen && <MoveDialog ids={ids} onClose={() => setOpen(false)} />}
    </>
  );
}

function MoveDialog({ ids, onClose }: { ids: string[]; onClose: () => void }) {
  const [text, setText] = useState('7');
  const [busy, setBusy] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const days = parseDays(text);
  const preview = useMovePreview(ids, days);
  const mayMove = days !== null && preview !== null && preview.changed > 0 && !busy;

  async function confirm() {
    if (!mayMove) return;
    setBusy(true);
    if (await moveDates(ids, days)) onClose();
    else setBusy(false);
  }

  return (
    <Modal
      open
      onClose={onClose}
      title={t.drafts.move.title}
      description={t.drafts.move.words}
      initialFocus={box}
      actions={
        <>
          <Button onClick={onClose}>{t.actions.cancel}</Button>
          <Button look="primary" disabled={!mayMove} onClick={() => void confirm()}>
            {t.drafts.move.confirm(preview?.changed ?? 0)}
          </Button>
        </>
      }
    >
      <Field label={t.drafts.move.days} hint={t.drafts.move.hint}>
        {({ id, describedBy }) => (
          <TextInput
            id={id}
            ref={box}
            inputMode="numeric"
            aria-describedby={describedBy}
            aria-invalid={days === null}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && void confirm()}
          />
        )}
      </Field>
      <div role="status">
        {days === null && <p>{t.drafts.move.notDays}</p>}
        {preview !== null && t.drafts.move.preview(preview).map((line) => <p key={line}>{line}</p>)}
      </div>
    </Modal>
  );
}
