import { useEffect } from 'react';
import type { ImportPlanView, RowIssueView } from '#shared/contract/import-views.ts';
import { rowAt } from '../../../stores/paged-query.ts';
import { usePagedQuery } from '../../../stores/use-paged-query.ts';
import { formatNumber } from '../../../texts/format.ts';
import { t } from '../../../texts/index.ts';
import { notesQuery } from './notes-store.ts';
import { SeverityIcon } from './SeverityIcon.tsx';
import { useVirtualRows } from './use-virtual-rows.ts';

/** Every note of one kind, or of all; only what is on the screen is read and drawn. */
export function NoteRows({ plan, code }: { plan: ImportPlanView; code: string | null }) {
  const { newest, pages } = usePagedQuery(notesQuery, { planId: plan.planId, code });
  const total = newest?.total ?? 0;
  const { scroller, virtual, onKeyDown } = useVirtualRows(total, 56, notesQuery.see);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another kind is another list, read from its beginning
  useEffect(() => scroller.current?.scrollTo({ top: 0 }), [code]);
  const words = t.import.issueColumns;

  return (
    <div className="note-rows" role="table" aria-label={t.import.notes.table} aria-rowcount={total + 1}>
      <div role="rowgroup">
        <div className="note-grid plan-grid-head" role="row" aria-rowindex={1}>
          <span role="columnheader">{plan.format === 'ics' ? words.line : words.row}</span>
          <span role="columnheader">{words.column}</span>
          <span role="columnheader">{words.message}</span>
        </div>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard */}
      <div className="plan-scroller" ref={scroller} role="rowgroup" tabIndex={0} onKeyDown={onKeyDown}>
        <div className="plan-space" role="presentation" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => (
            <div
              key={item.index}
              className="note-grid note-row"
              role="row"
              aria-rowindex={item.index + 2}
              data-index={item.index}
              ref={virtual.measureElement}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <NoteCells note={rowAt(pages, item.index)} />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

/** @param note null while it is read */
function NoteCells({ note }: { note: RowIssueView | null }) {
  if (note === null) return null;
  return (
    <>
      <span role="cell" className="plan-number numeric">
        {note.row > 0 ? formatNumber(note.row) : t.import.wholeFile}
      </span>
      <span role="cell">
        <bdi>{note.column ?? t.import.wholeRow}</bdi>
      </span>
      <span role="cell" className="issue">
        <SeverityIcon severity={note.severity} />
        <bdi>{note.message}</bdi>
      </span>
    </>
  );
}
