import { Undo2 } from 'lucide-react';
import type { ImportChoices } from '#shared/contract/contract.ts';
import type { ImportPlanView } from '#shared/contract/import-views.ts';
import { Button } from '../../../components/Button.tsx';
import { ComboBox } from '../../../components/ComboBox.tsx';
import { Field } from '../../../components/Field.tsx';
import { SelectBox } from '../../../components/SelectBox.tsx';
import { t } from '../../../texts/index.ts';
import { choose, useImport } from '../import-store.ts';
import { CommittedInput } from './CommittedInput.tsx';
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
          <Field label={words.encoding} hint={isDetected(plan, choices.encoding) ? words.detected : undefined}>
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
          <Field
            label={words.delimiter}
            hint={isDetected(plan, choices.delimiter) ? words.delimiterDetected : undefined}
          >
            {({ id, describedBy }) => (
              <SelectBox
                id={id}
                describedBy={describedBy}
                choices={delimiters.map((sign) => ({ value: sign, label: t.import.delimiters[sign] ?? sign }))}
                value={delimiters.find((sign) => sign === plan.delimiter) ?? ','}
                onChange={(delimiter) => set({ delimiter })}
              />
            )}
          </Field>
          <Field label={words.headerRow} hint={words.header(plan.headerRow)}>
            {({ id, describedBy }) => (
              <CommittedInput
                id={id}
                describedBy={describedBy}
                type="row"
                value={String(plan.headerRow ?? 0)}
                onChange={(row) =>
                  choose(row === '' ? without('headerRow', choices) : { ...choices, headerRow: Number(row) })
                }
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
              <CommittedInput
                id={id}
                describedBy={describedBy}
                type="year"
                value={choices.year === undefined ? '' : String(choices.year)}
                onChange={(year) => choose(year === '' ? without('year', choices) : { ...choices, year: Number(year) })}
              />
            )}
          </Field>
        </>
      )}
      {plan.format === 'ics' && (
        <Field label={words.until} hint={words.untilHint}>
          {({ id, describedBy }) => (
            <CommittedInput
              id={id}
              describedBy={describedBy}
              type="date"
              value={choices.seriesUntil ?? ''}
              onChange={(day) => day !== '' && set({ seriesUntil: day })}
            />
          )}
        </Field>
      )}
      {isByHand(choices) && (
        <Button size="sm" look="quiet" icon={Undo2} onClick={() => choose(asDetected(choices))}>
          {words.asDetected}
        </Button>
      )}
    </aside>
  );
}

/** What comes from a preset was not detected, either. */
function isDetected(plan: ImportPlanView, chosen: string | undefined): boolean {
  return chosen === undefined && plan.preset === null;
}

const byHand = ['encoding', 'delimiter', 'headerRow', 'dateOrder', 'year', 'columns', 'seriesUntil'] as const;

function isByHand(choices: ImportChoices): boolean {
  return byHand.some((name) => choices[name] !== undefined);
}

/** The file is read again as it was recognised; answers about its rows stay. */
function asDetected(choices: ImportChoices): ImportChoices {
  return Object.fromEntries(Object.entries(choices).filter(([name]) => !byHand.some((one) => one === name)));
}

/** Nothing is said about it any more: it is detected again. */
function without(name: 'year' | 'headerRow', { [name]: _gone, ...rest }: ImportChoices): ImportChoices {
  return rest;
}
