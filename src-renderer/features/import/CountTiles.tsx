import type { PlanCounts } from '#shared/contract/import-views.ts';
import { formatNumber } from '../../texts/format.ts';
import { t } from '../../texts/index.ts';

type Name = Exclude<keyof PlanCounts, 'rows'>;

/** One number per outcome, each with its meaning. Zeros step back. */
export function CountTiles({ label, counts, names }: { label: string; counts: PlanCounts; names: readonly Name[] }) {
  return (
    <dl className="count-tiles" aria-label={label}>
      {names.map((name) => (
        <div key={name} className={`count-tile count-${name}`} data-zero={counts[name] === 0 || undefined}>
          <dt>{t.import.planCounts[name].label}</dt>
          <dd className="numeric">{formatNumber(counts[name])}</dd>
          <dd className="count-note">{t.import.planCounts[name].note}</dd>
        </div>
      ))}
    </dl>
  );
}
