import type { OperationCounts } from '#shared/contract/views.ts';
import { type OperationState, operationStates } from '#shared/outbox/operation.ts';
import { StatusGlyph } from '../../components/StatusBadge.tsx';
import { formatNumber } from '../../texts/format.ts';
import { t } from '../../texts/index.ts';
import { useOutbox } from './outbox-store.ts';

/** How many are in each state; a press shows only those. */
export function StateFilter({ counts, all }: { counts: OperationCounts; all: number }) {
  return (
    <fieldset className="state-filter" aria-label={t.outbox.filter}>
      <FilterButton state={null} n={all} />
      {operationStates.map((state) => (
        <FilterButton key={state} state={state} n={counts[state]} />
      ))}
    </fieldset>
  );
}

function FilterButton({ state, n }: { state: OperationState | null; n: number }) {
  const chosen = useOutbox((view) => view.state === state);
  return (
    <button
      type="button"
      className="state-button"
      aria-pressed={chosen}
      data-zero={n === 0 || undefined}
      onClick={() => useOutbox.setState({ state })}
    >
      {state !== null && <StatusGlyph status={state} size={14} />}
      {state === null ? t.outbox.all : t.status[state]} <span className="state-count numeric">{formatNumber(n)}</span>
    </button>
  );
}
