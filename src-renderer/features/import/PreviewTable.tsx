import {
  ArrowRight,
  CircleMinus,
  CirclePlus,
  CircleSlash,
  CopyMinus,
  Equal,
  type LucideIcon,
  OctagonX,
  Pencil,
} from 'lucide-react';
import type { ImportPlanView, PlannedRow } from '#shared/contract/import-views.ts';
import { formatLocalLine, formatNumber } from '../../texts/format.ts';
import { t } from '../../texts/index.ts';

const glyphs: Record<PlannedRow['verdict'], LucideIcon> = {
  new: CirclePlus,
  changed: Pencil,
  unchanged: Equal,
  publishedChanged: CircleSlash,
  duplicate: CopyMinus,
  skipped: CircleMinus,
  invalid: OctagonX,
};

/** The first rows of the file with what would become of each, and what would change in it. */
export function PreviewTable({ plan }: { plan: ImportPlanView }) {
  const words = t.import.previewColumns;
  return (
    <>
      <table className="plan-table" aria-label={t.import.previewTable}>
        <thead>
          <tr>
            <th scope="col" className="plan-number">
              {words.row}
            </th>
            <th scope="col">{words.verdict}</th>
            <th scope="col">{words.title}</th>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.where}</th>
          </tr>
        </thead>
        <tbody>
          {plan.preview.map((row, index) => (
            // The dates of a series share the line of their event, so a row's number is no key.
            // biome-ignore lint/suspicious/noArrayIndexKey: a plan's rows never move.
            <PreviewRow key={index} row={row} />
          ))}
        </tbody>
      </table>
      {plan.preview.length < plan.counts.rows && (
        <p className="plan-part">{t.import.previewPart(plan.preview.length, plan.counts.rows)}</p>
      )}
    </>
  );
}

function PreviewRow({ row }: { row: PlannedRow }) {
  const Glyph = glyphs[row.verdict];
  return (
    <tr className={`verdict-${row.verdict}`}>
      <td className="plan-number numeric">{formatNumber(row.row)}</td>
      <td>
        <span className="verdict">
          <Glyph aria-hidden="true" size={14} />
          {t.import.verdict[row.verdict]}
        </span>
      </td>
      <td className="plan-event">
        <bdi>{row.title.trim() || t.import.emptyRow}</bdi>
        {row.reason !== null && <span className="plan-reason">{row.reason}</span>}
        {row.changes.map((change) => (
          <span key={change.field} className="plan-change">
            {change.field}: <bdi className="plan-before">{change.before || t.import.nothing}</bdi>
            <ArrowRight aria-label={t.import.changeArrow} role="img" size={12} />
            <bdi>{change.after || t.import.nothing}</bdi>
          </span>
        ))}
      </td>
      <td className="numeric plan-when">{row.startLocal === null ? '–' : formatLocalLine(row.startLocal)}</td>
      <td>
        <bdi>{row.locationName || '–'}</bdi>
      </td>
    </tr>
  );
}
