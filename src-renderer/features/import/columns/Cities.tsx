import { useState } from 'react';
import type { ImportPlanView } from '#shared/contract/import-views.ts';
import { Button } from '../../../components/Button.tsx';
import { ComboBox } from '../../../components/ComboBox.tsx';
import { Field, TextInput } from '../../../components/Field.tsx';
import { placeChoices, useCatalog } from '../../../stores/catalog.ts';
import { t } from '../../../texts/index.ts';
import { choose, useImport } from '../import-store.ts';
import { MoreButton, useFirst } from './MoreButton.tsx';

/** So many are asked at first: those of most rows. */
const SHOWN = 6;

/** Cities of the file that no known place has the name of, each with the place that it is. */
export function Cities({ plan }: { plan: ImportPlanView }) {
  const choices = useImport((state) => state.choices);
  const catalog = useCatalog();
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const [shown, showAll] = useFirst(plan.unmappedCities, SHOWN);
  if (plan.unmappedCities.length === 0) return null;
  const words = t.import.cities;
  const answer = (city: string, placeId: string) => setAnswers({ ...answers, [city]: placeId });
  const given = Object.entries(answers).filter(([, placeId]) => placeId.trim() !== '');
  const apply = () => {
    const places = given.map(([city, placeId]) => {
      const known = catalog.places.find((place) => place.placeId === placeId);
      const countryCode = known?.countryCode ?? null;
      return [city, { placeId: placeId.trim(), ...(countryCode !== null && { countryCode }) }] as const;
    });
    choose({ ...choices, placeMap: { ...choices.placeMap, ...Object.fromEntries(places) } });
    setAnswers({});
  };
  return (
    <section className="import-categories" aria-labelledby="import-cities-title">
      <h2 id="import-cities-title">{words.title}</h2>
      <p className="field-hint">{words.hint}</p>
      {shown.map(({ value, rows }) => (
        <Field key={value} label={words.one(value, rows)}>
          {({ id }) =>
            catalog.places.length === 0 ? (
              <TextInput
                id={id}
                maxLength={500}
                value={answers[value] ?? ''}
                onChange={(event) => answer(value, event.target.value)}
              />
            ) : (
              <ComboBox
                id={id}
                choices={placeChoices(catalog)}
                value={answers[value] ?? null}
                onChange={(placeId) => answer(value, placeId ?? '')}
              />
            )
          }
        </Field>
      ))}
      <MoreButton all={plan.unmappedCities.length} showAll={showAll} />
      {given.length > 0 && (
        <Button size="sm" onClick={apply}>
          {words.apply}
        </Button>
      )}
    </section>
  );
}
