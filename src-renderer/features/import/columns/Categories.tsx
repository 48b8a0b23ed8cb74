import { useState } from 'react';
import type { ImportPlanView } from '#shared/contract/import-views.ts';
import { Button } from '../../../components/Button.tsx';
import { ChipBox } from '../../../components/ChipBox.tsx';
import { Field } from '../../../components/Field.tsx';
import { classificationChoices, useCatalog } from '../../../stores/catalog.ts';
import { t } from '../../../texts/index.ts';
import { choose, useImport } from '../import-store.ts';
import { MoreButton, useFirst } from './MoreButton.tsx';

/** So many are asked at first: those of most rows. */
const SHOWN = 8;

/** Categories of the file that the platform does not list, each with what it is to become. Remembered for such files. */
export function Categories({ plan }: { plan: ImportPlanView }) {
  const choices = useImport((state) => state.choices);
  const catalog = useCatalog();
  const [answers, setAnswers] = useState<Record<string, string[]>>({});
  const answered = Object.keys(choices.classificationMap ?? {});
  const [shown, showAll] = useFirst(plan.unmappedCategories, SHOWN);
  if (plan.unmappedCategories.length === 0 && answered.length === 0) return null;
  const words = t.import.categories;
  return (
    <section className="import-categories" aria-labelledby="import-categories-title">
      <h2 id="import-categories-title">{words.title}</h2>
      <p className="field-hint">{shown.length === 0 ? words.allAnswered(answered.length) : words.hint}</p>
      {shown.map(({ value, rows }) => (
        <Field key={value} label={words.one(value, rows)}>
          {({ id }) => (
            <ChipBox
              id={id}
              choices={classificationChoices(catalog)}
              values={answers[value] ?? []}
              placeholder={words.placeholder}
              onChange={(slugs) => setAnswers({ ...answers, [value]: slugs })}
            />
          )}
        </Field>
      ))}
      <MoreButton all={plan.unmappedCategories.length} showAll={showAll} />
      {Object.values(answers).some((slugs) => slugs.length > 0) && (
        <Button
          size="sm"
          onClick={() => {
            choose({ ...choices, classificationMap: { ...choices.classificationMap, ...answers } });
            setAnswers({});
          }}
        >
          {words.apply}
        </Button>
      )}
    </section>
  );
}
