import { type FormEvent, useId, useRef, useState } from 'react';
import type { DraftFields } from '#shared/drafts/draft.ts';
import { partsOf, toVenueContent } from '#shared/drafts/venue-preset.ts';
import { Button } from '../../components/Button.tsx';
import { CheckBox } from '../../components/CheckBox.tsx';
import { Field, TextInput } from '../../components/Field.tsx';
import { Modal } from '../../components/Modal.tsx';
import { t } from '../../texts/index.ts';
import { savePreset } from './venue-presets.ts';

/** Makes a preset of what is ticked of the draft in the editor. */
export function SavePreset({ fields, onClose }: { fields: DraftFields; onClose: () => void }) {
  const [name, setName] = useState(fields.locationName.trim().slice(0, 200));
  const [there] = useState(() => partsOf(fields));
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(there));
  const box = useRef<HTMLInputElement>(null);
  const includes = useId();
  const maySave = name.trim() !== '' && ticked.size > 0;

  async function save(event?: FormEvent) {
    event?.preventDefault();
    if (!maySave) return;
    const parts = there.filter((part) => ticked.has(part));
    if (await savePreset(name.trim(), toVenueContent(fields, parts))) onClose();
  }

  return (
    <Modal
      open
      onClose={onClose}
      title={t.venuePresets.saveTitle}
      description={t.venuePresets.saveWords}
      initialFocus={box}
      actions={
        <>
          <Button onClick={onClose}>{t.actions.cancel}</Button>
          <Button look="primary" disabled={!maySave} onClick={() => void save()}>
            {t.venuePresets.saveDo}
          </Button>
        </>
      }
    >
      <form className="presets-form" onSubmit={(event) => void save(event)}>
        <Field label={t.venuePresets.name}>
          {({ id }) => (
            <TextInput
              id={id}
              ref={box}
              maxLength={200}
              placeholder={t.venuePresets.namePlaceholder}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <div className="field" role="group" aria-labelledby={includes}>
          <span id={includes} className="field-label">
            {t.venuePresets.includes}
          </span>
          <ul className="presets-parts">
            {there.map((part) => (
              <li key={part}>
                <CheckBox
                  label={t.venuePresets.parts[part]}
                  checked={ticked.has(part)}
                  onChange={(checked) =>
                    setTicked((was) => new Set(checked ? [...was, part] : [...was].filter((other) => other !== part)))
                  }
                />
                <span aria-hidden="true">{t.venuePresets.parts[part]}</span>
              </li>
            ))}
          </ul>
        </div>
      </form>
    </Modal>
  );
}
