import type { ImportPlanView } from '#shared/contract/import-views.ts';
import { formatLocalLine, formatNumber } from '../../../texts/format.ts';
import { t } from '../../../texts/index.ts';

/** So many events show whether a file was understood. */
const SHOWN = 5;

/** The first events as they would appear. */
export function Preview({ plan }: { plan: ImportPlanView }) {
  const events = plan.preview.filter(({ startLocal }) => startLocal !== null).slice(0, SHOWN);
  const words = t.import.previewColumns;
  const number = plan.format === 'ics' ? words.line : words.row;
  return (
    <section aria-labelledby="import-preview-title">
      <h2 id="import-preview-title">{t.import.previewTitle}</h2>
      {events.length === 0 ? (
        <p className="plan-part">{t.import.previewNone}</p>
      ) : (
        <table className="plan-table" aria-label={t.import.previewTable}>
          <thead>
            <tr>
              <th scope="col" className="plan-number">
                {number}
              </th>
              <th scope="col">{words.title}</th>
              <th scope="col">{words.when}</th>
              <th scope="col">{words.where}</th>
            </tr>
          </thead>
          <tbody>
            {events.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the dates of a series share the line of their event
              <tr key={index}>
                <td className="plan-number numeric">{formatNumber(row.row)}</td>
                <td className="plan-event">
                  <bdi>{row.title}</bdi>
                </td>
                <td className="numeric plan-when">{formatLocalLine(row.startLocal ?? '')}</td>
                <td>
                  <bdi>{row.locationName || '–'}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
