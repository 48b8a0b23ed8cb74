import { useRef, useState } from 'react';
import type { Answer } from '#shared/contract/client.ts';
import type { Preset } from '#shared/contract/import-views.ts';
import { Button } from '../../../components/Button.tsx';
import { Field, TextInput } from '../../../components/Field.tsx';
import { Modal } from '../../../components/Modal.tsx';
import { call } from '../../../stores/bridge.ts';
import { showError } from '../../../stores/toasts.ts';
import { t } from '../../../texts/index.ts';

type Props = { preset: Preset; onClose: () => void };

/** Closes when it went well; else says why, and what was entered stays. */
async function closeAfter(work: Promise<Answer<unknown>>, onClose: () => void) {
  const answer = await work;
  if (answer.ok) onClose();
  else showError(answer.error);
}

/** Another name for what is remembered. */
export function RenamePreset({ preset, onClose }: Props) {
  const [name, setName] = useState(preset.name);
  const box = useRef<HTMLInputElement>(null);
  const words = t.import.preset;
  const save = () => {
    if (name.trim() === '') return;
    void closeAfter(call('renamePreset', { id: preset.id, name: name.trim() }), onClose);
  };
  return (
    <Modal
      open
      onClose={onClose}
      title={words.renameTitle}
      initialFocus={box}
      actions={
        <>
          <Button onClick={onClose}>{t.actions.cancel}</Button>
          <Button look="primary" disabled={name.trim() === ''} onClick={save}>
            {words.renameDo}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field label={words.name}>
          {({ id }) => (
            <TextInput
              id={id}
              ref={box}
              maxLength={200}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Modal>
  );
}

/** Asks before what is remembered goes: it cannot be taken back. */
export function ForgetPreset({ preset, onClose }: Props) {
  const way = useRef<HTMLButtonElement>(null);
  const words = t.import.preset;
  return (
    <Modal
      open
      onClose={onClose}
      title={words.forgetTitle(preset.name)}
      description={words.forgetWords}
      initialFocus={way}
      actions={
        <>
          <Button ref={way} onClick={onClose}>
            {t.actions.cancel}
          </Button>
          <Button look="danger" onClick={() => void closeAfter(call('removePreset', { id: preset.id }), onClose)}>
            {words.forget}
          </Button>
        </>
      }
    />
  );
}
