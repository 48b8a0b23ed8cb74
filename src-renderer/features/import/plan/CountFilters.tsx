import type { PlanCounts, PlannedRow } from '#shared/contract/import-views.ts';
import { formatNumber } from '../../../texts/format.ts';
import { t } from '../../../texts/index.ts';
import { countOrder } from './plan-counts.ts';
import './CountFilters.css';
import type { RowsShown } from './PlanRows.tsx';

type Verdict = PlannedRow['verdict'];

/** One number per outcome, each with its meaning. Pressed, it shows only these rows. Zeros step back. */
export function CountFilters({
  counts,
  shown,
  onShow,
}: {
  counts: PlanCounts;
  /** The outcome whose rows are shown; null for all. */
  shown: RowsShown;
  onShow: (verdict: Verdict | null) => void;
}) {
  return (
    <div className="count-tiles" role="group" aria-label={t.import.counts}>
      {countOrder.map((name) => {
        const verdict: Verdict = name === 'duplicates' ? 'duplicate' : name;
        const { label, note } = t.import.planCounts[name];
        return (
          <button
            key={name}
            type="button"
            className={`count-tile count-${name}`}
            data-zero={counts[name] === 0 || undefined}
            disabled={counts[name] === 0}
            aria-pressed={shown === verdict}
            onClick={() => onShow(shown === verdict ? null : verdict)}
          >
            <span className="count-number numeric">{formatNumber(counts[name])}</span>
            <span className="count-label">{label}</span>
            <span className="count-note">{note}</span>
          </button>
        );
      })}
    </div>
  );
}
