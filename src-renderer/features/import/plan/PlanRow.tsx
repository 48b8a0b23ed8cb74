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
import type { PlannedRow } from '#shared/contract/import-views.ts';
import { Button } from '../../../components/Button.tsx';
import { formatLocalLine, formatNumber } from '../../../texts/format.ts';
import { t } from '../../../texts/index.ts';

const glyphs: Record<PlannedRow['verdict'], LucideIcon> = {
  new: CirclePlus,
  changed: Pencil,
  unchanged: Equal,
  publishedChanged: CircleSlash,
  duplicate: CopyMinus,
  skipped: CircleMinus,
  invalid: OctagonX,
};

/** One row of the file: what becomes of it, and what would change field by field. */
export function PlanRow({
  index,
  top,
  row,
  measure,
  onMend,
  onLeaveOut,
}: {
  index: number;
  /** Distance from the first row, in px. */
  top: number;
  /** Null while it is read. */
  row: PlannedRow | null;
  measure: (element: HTMLElement | null) => void;
  onMend: (row: PlannedRow) => void;
  onLeaveOut: (row: PlannedRow) => void;
}) {
  return (
    <div
      className={`plan-grid plan-row ${row === null ? '' : `verdict-${row.verdict}`}`}
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      ref={measure}
      style={{ transform: `translateY(${top}px)` }}
    >
      {row !== null && <Cells row={row} onMend={onMend} onLeaveOut={onLeaveOut} />}
    </div>
  );
}

type CellsProps = { row: PlannedRow; onMend: (row: PlannedRow) => void; onLeaveOut: (row: PlannedRow) => void };

function Cells({ row, onMend, onLeaveOut }: CellsProps) {
  const Glyph = glyphs[row.verdict];
  return (
    <>
      <span role="cell" className="plan-number numeric">
        {formatNumber(row.row)}
      </span>
      <span role="cell" className="verdict">
        <Glyph aria-hidden="true" size={14} />
        {t.import.verdict[row.verdict]}
      </span>
      <div role="cell" className="plan-event">
        <bdi>{row.title.trim() || t.import.emptyRow}</bdi>
        {row.reason !== null && <span className="plan-reason">{row.reason}</span>}
        {row.changes.map((change) => (
          <span key={change.field} className="plan-change">
            {change.field}: <bdi className="plan-before">{change.before || t.import.nothing}</bdi>
            <ArrowRight aria-label={t.import.changeArrow} role="img" size={12} />
            <bdi>{change.after || t.import.nothing}</bdi>
          </span>
        ))}
        {row.lookAlike !== null && (
          <>
            <span className="plan-reason plan-alike">{row.lookAlike}</span>
            <Button size="sm" aria-label={t.import.leaveOutFor(row.row)} onClick={() => onLeaveOut(row)}>
              {t.import.leaveOut}
            </Button>
          </>
        )}
        {row.cells !== null && (
          <Button size="sm" aria-label={t.import.mend.openFor(row.row)} onClick={() => onMend(row)}>
            {t.import.mend.open}
          </Button>
        )}
      </div>
      <span role="cell" className="numeric plan-when">
        {row.startLocal === null ? '–' : formatLocalLine(row.startLocal)}
      </span>
      <span role="cell">
        <bdi>{row.locationName || '–'}</bdi>
      </span>
    </>
  );
}
