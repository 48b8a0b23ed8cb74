import { useState } from 'react';
import { draftFieldLabels } from '#shared/drafts/draft.ts';
import { Button } from '../../components/Button.tsx';
import { ComboBox } from '../../components/ComboBox.tsx';
import { Field, TextInput } from '../../components/Field.tsx';
import { placeChoices, useCatalog } from '../../stores/catalog.ts';
import { formatCountry } from '../../texts/format.ts';
import { t } from '../../texts/index.ts';
import type { FieldsProps } from './EditorFields.tsx';

/** The city: one of the known places, or its id by hand. */
export function PlaceFields(props: FieldsProps) {
  const { fields, change, disabled } = props;
  const catalog = useCatalog();
  const known = catalog.places.some((place) => place.placeId === fields.placeId);
  const [chosen, setChosen] = useState<boolean | null>(null);
  const byHand = chosen ?? (catalog.places.length === 0 || (fields.placeId !== null && !known));

  function choose(placeId: string | null) {
    const place = catalog.places.find((candidate) => candidate.placeId === placeId);
    change({ placeId, placeName: place?.name ?? null, countryCode: place?.countryCode ?? null });
  }

  return (
    <>
      {byHand ? (
        <PlaceByHand {...props} />
      ) : (
        <Field name="placeId" label={draftFieldLabels.placeId}>
          {({ id }) => (
            <ComboBox
              id={id}
              choices={placeChoices(catalog)}
              value={fields.placeId}
              placeholder={t.editor.placePlaceholder}
              disabled={disabled}
              onChange={choose}
            />
          )}
        </Field>
      )}
      {catalog.places.length > 0 && !disabled && (
        <Button size="sm" look="quiet" className="editor-inline-button" onClick={() => setChosen(!byHand)}>
          {byHand ? t.editor.placeKnown : t.editor.placeByHand}
        </Button>
      )}
    </>
  );
}

function PlaceByHand({ fields, change, disabled }: FieldsProps) {
  return (
    <>
      <Field name="placeId" label={t.editor.placeId} hint={t.editor.placeHint}>
        {({ id, describedBy }) => (
          <TextInput
            id={id}
            aria-describedby={describedBy}
            value={fields.placeId ?? ''}
            maxLength={500}
            disabled={disabled}
            onChange={(event) => change({ placeId: event.target.value === '' ? null : event.target.value })}
          />
        )}
      </Field>
      <div className="editor-pair editor-pair-uneven">
        <Field name="placeName" label={t.editor.placeName} optional={t.optional}>
          {({ id }) => (
            <TextInput
              id={id}
              value={fields.placeName ?? ''}
              maxLength={500}
              disabled={disabled}
              onChange={(event) => change({ placeName: event.target.value === '' ? null : event.target.value })}
            />
          )}
        </Field>
        <CountryField fields={fields} change={change} disabled={disabled} />
      </div>
    </>
  );
}

/** Two letters. One alone is no country yet, so it stays in the box and out of the draft. */
function CountryField({ fields, change, disabled }: FieldsProps) {
  const [typing, setTyping] = useState<string | null>(null);
  return (
    <Field
      name="countryCode"
      label={t.editor.placeCountry}
      optional={t.optional}
      hint={fields.countryCode === null ? t.editor.placeCountryHint : formatCountry(fields.countryCode)}
    >
      {({ id, describedBy }) => (
        <TextInput
          id={id}
          aria-describedby={describedBy}
          maxLength={2}
          disabled={disabled}
          value={typing ?? fields.countryCode ?? ''}
          onChange={(event) => {
            const letters = event.target.value.toUpperCase().replace(/[^A-Z]/g, '');
            setTyping(letters);
            change({ countryCode: letters.length === 2 ? letters : null });
          }}
          onBlur={() => setTyping(null)}
        />
      )}
    </Field>
  );
}
