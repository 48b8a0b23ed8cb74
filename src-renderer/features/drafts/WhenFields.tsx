import { useState } from 'react';
import { draftFieldLabels } from '#shared/drafts/draft.ts';
import { isLocalDateTime, resolveLocal } from '#shared/time/zoned.ts';
import { ComboBox } from '../../components/ComboBox.tsx';
import { Field, TextInput } from '../../components/Field.tsx';
import { SelectBox } from '../../components/SelectBox.tsx';
import { zoneChoices } from '../../stores/catalog.ts';
import { t } from '../../texts/index.ts';
import type { FieldsProps } from './EditorFields.tsx';

/** Start, end and the zone whose clock they are on. */
export function WhenFields({ fields, change, disabled }: FieldsProps) {
  const { startLocal, endLocal, timeZone } = fields;
  const start = startLocal !== null && timeZone !== null ? resolveLocal(startLocal, timeZone) : null;
  const twice = start?.ok === true && start.overlap;

  return (
    <>
      <div className="editor-pair">
        <Field name="startLocal" label={draftFieldLabels.startLocal}>
          {({ id }) => (
            <LocalInput
              id={id}
              value={startLocal}
              disabled={disabled}
              onChange={(next) => change({ startLocal: next })}
            />
          )}
        </Field>
        <Field name="endLocal" label={draftFieldLabels.endLocal} optional={t.optional}>
          {({ id }) => (
            <LocalInput
              id={id}
              value={endLocal}
              min={startLocal}
              disabled={disabled}
              onChange={(next) => change({ endLocal: next })}
            />
          )}
        </Field>
      </div>
      {twice && (
        <Field name="startFold" label={t.editor.foldLabel} hint={t.editor.foldHint}>
          {({ id, describedBy }) => (
            <SelectBox
              id={id}
              describedBy={describedBy}
              disabled={disabled}
              choices={[
                { value: 'earlier', label: t.editor.foldEarlier },
                { value: 'later', label: t.editor.foldLater },
              ]}
              value={fields.startFold}
              onChange={(startFold) => change({ startFold: startFold === 'later' ? 'later' : 'earlier' })}
            />
          )}
        </Field>
      )}
      <Field name="timeZone" label={draftFieldLabels.timeZone}>
        {({ id }) => (
          <ComboBox
            id={id}
            choices={zoneChoices()}
            value={timeZone}
            placeholder={t.editor.zonePlaceholder}
            disabled={disabled}
            onChange={(next) => change({ timeZone: next })}
          />
        )}
      </Field>
      {fields.allDay && <p className="field-hint">{t.editor.allDay}</p>}
    </>
  );
}

/** The system's date and time box. Its value has exactly the form that a draft keeps, so nothing is converted. */
function LocalInput({
  id,
  value,
  min,
  disabled,
  onChange,
}: {
  id: string;
  value: string | null;
  min?: string | null;
  disabled: boolean;
  onChange: (value: string | null) => void;
}) {
  // While the box is half filled it reports nothing; what was stored must not be written back over the typing.
  const [typing, setTyping] = useState<string | null>(null);
  return (
    <TextInput
      id={id}
      type="datetime-local"
      className="numeric"
      dir="ltr"
      max="9999-12-31T23:59"
      {...(min != null && { min })}
      disabled={disabled}
      value={typing ?? value ?? ''}
      onChange={(event) => {
        const text = event.target.value.slice(0, 16);
        setTyping(text);
        onChange(isLocalDateTime(text) ? text : null);
      }}
      onBlur={() => setTyping(null)}
    />
  );
}
