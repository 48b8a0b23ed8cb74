import type { OperationCounts } from '#shared/contract/views.ts';
import { operationStates } from '#shared/outbox/operation.ts';
import { StatusGlyph } from '../../components/StatusBadge.tsx';
import { formatNumber } from '../../texts/format.ts';
import { t } from '../../texts/index.ts';
import { filterOutbox, type Shown, useOutbox } from './outbox-store.ts';

/** How many are in each state; a press shows only those. Late work is a choice of its own while there is some. */
export function StateFilter({ counts, all, asking }: { counts: OperationCounts; all: number; asking: number }) {
  const showsAsking = useOutbox((view) => view.shown === 'asking');
  return (
    <fieldset className="state-filter" aria-label={t.outbox.filter}>
      <FilterButton shown={null} n={all} />
      {(asking > 0 || showsAsking) && <FilterButton shown="asking" n={asking} />}
      {operationStates.map((state) => (
        <FilterButton key={state} shown={state} n={counts[state]} />
      ))}
    </fieldset>
  );
}

function FilterButton({ shown, n }: { shown: Shown; n: number }) {
  const chosen = useOutbox((view) => view.shown === shown);
  return (
    <button
      type="button"
      className="state-button"
      aria-pressed={chosen}
      data-zero={n === 0 || undefined}
      onClick={() => filterOutbox({ shown })}
    >
      {shown !== null && <StatusGlyph status={shown} size={14} />}
      {labelOf(shown)} <span className="state-count numeric">{formatNumber(n)}</span>
    </button>
  );
}

function labelOf(shown: Shown): string {
  if (shown === null) return t.outbox.all;
  return shown === 'asking' ? t.outbox.asks : t.status[shown];
}
