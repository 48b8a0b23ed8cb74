import { useId } from 'react';
import { Field, TextInput } from '../../../components/Field.tsx';
import { RadioCards } from '../../../components/RadioCards.tsx';
import { SelectBox } from '../../../components/SelectBox.tsx';
import { formatNumber, formatWeekday } from '../../../texts/format.ts';
import { t } from '../../../texts/index.ts';
import { type RepeatForm, startFacts, wrongBoxes } from './repeat-form.ts';

type Props = { form: RepeatForm; startLocal: string; change: (part: Partial<RepeatForm>) => void };

const UNITS = ['day', 'week', 'month'] as const;

/** How it repeats, and until when. */
export function RepeatBoxes({ form, startLocal, change }: Props) {
  const wrong = wrongBoxes(form);
  return (
    <>
      <div className="repeat-pair">
        <Field label={t.repeat.unit}>
          {({ id }) => (
            <SelectBox
              id={id}
              choices={UNITS.map((value) => ({ value, label: t.repeat.units[value] }))}
              value={form.unit}
              onChange={(unit) => change({ unit })}
            />
          )}
        </Field>
        <Field label={t.repeat.interval(form.unit)} hint={t.repeat.intervalHint}>
          {({ id, describedBy }) => (
            <TextInput
              id={id}
              inputMode="numeric"
              aria-describedby={describedBy}
              aria-invalid={wrong.interval}
              value={form.interval}
              onChange={(event) => change({ interval: event.target.value })}
            />
          )}
        </Field>
      </div>
      {form.unit === 'week' && <Weekdays form={form} change={change} />}
      {form.unit === 'month' && <Monthly form={form} startLocal={startLocal} change={change} />}
      <RadioCards
        label={t.repeat.end}
        choices={[
          { value: 'count', label: t.repeat.endCount },
          { value: 'until', label: t.repeat.endUntil },
        ]}
        value={form.end}
        onChange={(end) => change({ end })}
      />
      {form.end === 'count' ? (
        <Field label={t.repeat.count} hint={t.repeat.countHint}>
          {({ id, describedBy }) => (
            <TextInput
              id={id}
              inputMode="numeric"
              aria-describedby={describedBy}
              aria-invalid={wrong.count}
              value={form.count}
              onChange={(event) => change({ count: event.target.value })}
            />
          )}
        </Field>
      ) : (
        <Field label={t.repeat.until}>
          {({ id }) => (
            <TextInput
              id={id}
              type="date"
              dir="ltr"
              min={startLocal.slice(0, 10)}
              max="9999-12-31"
              aria-invalid={wrong.until}
              value={form.until}
              onChange={(event) => change({ until: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}

function Weekdays({ form, change }: Omit<Props, 'startLocal'>) {
  const id = useId();
  return (
    <div className="field" role="group" aria-labelledby={id}>
      <span id={id} className="field-label">
        {t.repeat.weekdays}
      </span>
      <div className="repeat-weekdays">
        {[1, 2, 3, 4, 5, 6, 7].map((weekday) => {
          const chosen = form.weekdays.includes(weekday);
          return (
            <button
              key={weekday}
              type="button"
              className="repeat-weekday"
              aria-pressed={chosen}
              aria-label={formatWeekday(weekday, 'long')}
              onClick={() =>
                change({
                  weekdays: chosen ? form.weekdays.filter((other) => other !== weekday) : [...form.weekdays, weekday],
                })
              }
            >
              {formatWeekday(weekday, 'short')}
            </button>
          );
        })}
      </div>
    </div>
  );
}

function Monthly({ form, startLocal, change }: Props) {
  const { weekday, nth, isLast } = startFacts(startLocal);
  const name = formatWeekday(weekday, 'long');
  return (
    <RadioCards
      label={t.repeat.monthly}
      choices={[
        { value: 'weekday', label: t.repeat.onWeekday(nth, name) },
        ...(isLast ? [{ value: 'lastWeekday' as const, label: t.repeat.onLastWeekday(name) }] : []),
        {
          value: 'date',
          label: t.repeat.onDate(formatNumber(Number(startLocal.slice(8, 10)))),
          ...(Number(startLocal.slice(8, 10)) > 28 && { note: t.repeat.onDateNote }),
        },
      ]}
      value={form.on}
      onChange={(on) => change({ on })}
    />
  );
}
