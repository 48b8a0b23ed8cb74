import { useId } from 'react';
import type { RepeatDate } from '#shared/drafts/repeat.ts';
import { CheckBox } from '../../../components/CheckBox.tsx';
import { formatLocal } from '../../../texts/format.ts';
import { t } from '../../../texts/index.ts';

type Props = { dates: RepeatDate[]; onSkip: (day: string, skipped: boolean) => void };

/** Every date, each to be left out, with what the clocks do that night. */
export function RepeatDates({ dates, onSkip }: Props) {
  const id = useId();
  const skipped = dates.filter((date) => date.skipped).length;
  return (
    <section className="repeat-dates" aria-labelledby={id}>
      <h3 id={id} className="field-label">
        {t.repeat.dates}
      </h3>
      <p className="field-hint">{t.repeat.datesHint}</p>
      <ul>
        {dates.map((date, index) => {
          const shown = formatLocal(date.startLocal);
          const words = shown === null ? date.startLocal : `${shown.date}, ${shown.time}`;
          return (
            <li key={date.startLocal} data-skipped={date.skipped || undefined}>
              <CheckBox
                label={words}
                checked={!date.skipped}
                disabled={index === 0}
                onChange={(checked) => onSkip(date.startLocal.slice(0, 10), !checked)}
              />
              <span className="repeat-date numeric">{words}</span>
              {index === 0 && <span className="repeat-note">{t.repeat.first}</span>}
              {date.clock !== null && <span className="repeat-note repeat-clock">{t.repeat[date.clock]}</span>}
            </li>
          );
        })}
      </ul>
      <p role="status">{t.repeat.total(dates.length - 1 - skipped, skipped)}</p>
    </section>
  );
}
