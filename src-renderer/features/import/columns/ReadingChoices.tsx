import type { ImportChoices } from '#shared/contract/contract.ts';
import type { ImportPlanView } from '#shared/contract/import-views.ts';
import { ComboBox } from '../../../components/ComboBox.tsx';
import { Field } from '../../../components/Field.tsx';
import { SelectBox } from '../../../components/SelectBox.tsx';
import { t } from '../../../texts/index.ts';
import { choose, useImport } from '../import-store.ts';
import { DateInput } from './DateInput.tsx';
import { encodings } from './encodings.ts';

const delimiters = [',', ';', '\t', '|'] as const;
const orders = ['dmy', 'mdy', 'ymd'] as const;

/** How the file was decoded and cut, each to be overruled. */
export function ReadingChoices({ plan }: { plan: ImportPlanView }) {
  const choices = useImport((state) => state.choices);
  const set = (change: Partial<ImportChoices>) => choose({ ...choices, ...change });
  const words = t.import.readingChoices;
  return (
    <aside className="import-defaults" aria-labelledby="import-reading-title">
      <h2 id="import-reading-title">{words.title}</h2>
      {plan.program !== null && <p className="field-hint">{words.program(plan.program)}</p>}
      {plan.format === 'csv' && (
        <>
          <Field label={words.encoding} hint={choices.encoding === undefined ? words.detected : undefined}>
            {({ id, describedBy }) => (
              <ComboBox
                id={id}
                describedBy={describedBy}
                choices={encodings}
                value={plan.encoding}
                onChange={(encoding) => encoding !== null && set({ encoding })}
              />
            )}
          </Field>
          <Field label={words.delimiter}>
            {({ id }) => (
              <SelectBox
                id={id}
                choices={delimiters.map((sign) => ({ value: sign, label: t.import.delimiters[sign] ?? sign }))}
                value={delimiters.find((sign) => sign === plan.delimiter) ?? ','}
                onChange={(delimiter) => set({ delimiter })}
              />
            )}
          </Field>
          <Field label={words.dateOrder} hint={words.dateOrderReason[plan.dateOrderReason]}>
            {({ id, describedBy }) => (
              <SelectBox
                id={id}
                describedBy={describedBy}
                choices={orders.map((order) => ({ value: order, label: t.import.dateOrders[order].label }))}
                value={plan.dateOrder}
                onChange={(dateOrder) => set({ dateOrder })}
              />
            )}
          </Field>
          <Field label={words.year} hint={words.yearHint}>
            {({ id, describedBy }) => (
              <DateInput
                id={id}
                describedBy={describedBy}
                type="year"
                value={choices.year === undefined ? '' : String(choices.year)}
                onChange={(year) => choose(year === '' ? withoutYear(choices) : { ...choices, year: Number(year) })}
              />
            )}
          </Field>
        </>
      )}
      {plan.format === 'ics' && (
        <Field label={words.until} hint={words.untilHint}>
          {({ id, describedBy }) => (
            <DateInput
              id={id}
              describedBy={describedBy}
              type="date"
              value={choices.seriesUntil ?? ''}
              onChange={(day) => day !== '' && set({ seriesUntil: day })}
            />
          )}
        </Field>
      )}
    </aside>
  );
}

/** Nothing is said about the year any more. */
function withoutYear({ year: _year, ...rest }: ImportChoices): ImportChoices {
  return rest;
}
