import type { ImportPlanView, PlannedRow } from '#shared/contract/import-views.ts';
import { rowAt } from '../../../stores/paged-query.ts';
import { usePagedQuery } from '../../../stores/use-paged-query.ts';
import { t } from '../../../texts/index.ts';
import { PlanRow } from './PlanRow.tsx';
import { planRowsQuery } from './rows-store.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

export type RowsShown = PlannedRow['verdict'] | 'lookAlikes' | null;

/** Every row of the file with what would become of it; only what is on the screen is read and drawn. */
export function PlanRows({
  plan,
  shown,
  search,
  onMend,
  onLeaveOut,
}: {
  plan: ImportPlanView;
  /** Which rows: of one outcome, those that look like another event, or null for all. */
  shown: RowsShown;
  search: string;
  onMend: (row: PlannedRow) => void;
  onLeaveOut: (row: PlannedRow) => void;
}) {
  const lookAlikes = shown === 'lookAlikes';
  const filter = { planId: plan.planId, verdicts: shown === null || lookAlikes ? [] : [shown], lookAlikes, search };
  const { newest, pages } = usePagedQuery(planRowsQuery, filter);
  const total = newest?.total ?? 0;
  const { scroller, virtual, onKeyDown } = useVirtualRows(total, 44, planRowsQuery.see);
  const words = t.import.previewColumns;

  return (
    <div className="plan-rows" role="table" aria-label={t.import.rowsTable} aria-rowcount={total + 1}>
      <div role="rowgroup">
        <div className="plan-grid plan-grid-head" role="row" aria-rowindex={1}>
          <span role="columnheader">{plan.format === 'ics' ? words.line : words.row}</span>
          <span role="columnheader">{words.verdict}</span>
          <span role="columnheader">{words.title}</span>
          <span role="columnheader">{words.when}</span>
          <span role="columnheader">{words.where}</span>
        </div>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard */}
      <div className="plan-scroller" ref={scroller} role="rowgroup" tabIndex={0} onKeyDown={onKeyDown}>
        <div className="plan-space" role="presentation" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => (
            <PlanRow
              key={item.index}
              index={item.index}
              top={item.start}
              row={rowAt(pages, item.index)}
              measure={virtual.measureElement}
              onMend={onMend}
              onLeaveOut={onLeaveOut}
            />
          ))}
        </div>
        {newest !== null && total === 0 && <p className="plan-part">{t.import.noRows}</p>}
      </div>
    </div>
  );
}
