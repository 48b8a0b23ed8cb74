import type { ImportChoices } from '#shared/contract/contract.ts';
import type { ImportPlanView } from '#shared/contract/import-views.ts';
import { ComboBox } from '../../../components/ComboBox.tsx';
import { Field } from '../../../components/Field.tsx';
import { SelectBox } from '../../../components/SelectBox.tsx';
import {
  channelChoices,
  classificationChoices,
  placeChoices,
  useCatalog,
  zoneChoices,
} from '../../../stores/catalog.ts';
import { t } from '../../../texts/index.ts';
import { choose, placeChoice, useImport } from '../import-store.ts';
import { PlaceIdInput } from './PlaceIdInput.tsx';

/** Answers for what a row leaves open. Each change makes the plan anew. */
export function ImportDefaults({ plan }: { plan: ImportPlanView }) {
  const choices = useImport((state) => state.choices);
  const catalog = useCatalog();
  const { channelId, timeZone, placeId, placeName, countryCode, classification, ...kept } = choices;
  const place: ImportChoices = {
    ...(placeId !== undefined && { placeId }),
    ...(placeName !== undefined && { placeName }),
    ...(countryCode !== undefined && { countryCode }),
  };
  /** All choices again, with one of them replaced: an optional one is left out rather than set to nothing. */
  const withChoice = (change: {
    channelId?: number | null;
    timeZone?: string | null;
    classification?: string | null;
    place?: ImportChoices;
  }) => {
    const next = {
      channelId: channelId ?? null,
      timeZone: timeZone ?? null,
      classification: classification ?? null,
      place,
      ...change,
    };
    choose({
      ...kept,
      ...next.place,
      ...(next.channelId !== null && { channelId: next.channelId }),
      ...(next.timeZone !== null && { timeZone: next.timeZone }),
      ...(next.classification !== null && { classification: next.classification }),
    });
  };

  return (
    <aside className="import-defaults" aria-labelledby="import-defaults-title">
      <h2 id="import-defaults-title">{t.import.defaults}</h2>
      <p className="field-hint">{t.import.defaultsHint}</p>
      <Field label={t.import.channel}>
        {({ id }) => (
          <SelectBox
            id={id}
            choices={channelChoices(catalog, channelId ?? null, t.import.none)}
            value={channelId ?? null}
            onChange={(next) => withChoice({ channelId: next })}
          />
        )}
      </Field>
      <Field label={t.import.timeZone}>
        {({ id }) => (
          <ComboBox
            id={id}
            choices={zoneChoices()}
            value={timeZone ?? plan.timeZone}
            onChange={(next) => withChoice({ timeZone: next })}
          />
        )}
      </Field>
      <Field label={t.import.place} hint={catalog.places.length === 0 ? t.editor.placeHint : undefined}>
        {({ id, describedBy }) =>
          catalog.places.length === 0 ? (
            <PlaceIdInput
              id={id}
              describedBy={describedBy}
              value={placeId ?? ''}
              onChange={(next) => withChoice({ place: next === '' ? {} : { placeId: next } })}
            />
          ) : (
            <ComboBox
              id={id}
              choices={placeChoices(catalog)}
              value={placeId ?? null}
              placeholder={t.import.none}
              onChange={(next) => {
                const known = catalog.places.find((candidate) => candidate.placeId === next);
                withChoice({ place: known === undefined ? {} : placeChoice(known) });
              }}
            />
          )
        }
      </Field>
      <Field label={t.import.classification}>
        {({ id }) => (
          <ComboBox
            id={id}
            choices={classificationChoices(catalog)}
            value={classification ?? null}
            placeholder={t.import.none}
            onChange={(next) => withChoice({ classification: next })}
          />
        )}
      </Field>
    </aside>
  );
}
