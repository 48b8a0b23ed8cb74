import { RotateCcw } from 'lucide-react';
import { type MouseEvent, memo } from 'react';
import type { Trashed } from '#shared/contract/calls/trash.ts';
import { Button } from '../../components/Button.tsx';
import { CheckBox } from '../../components/CheckBox.tsx';
import { formatLocal, formatMoment } from '../../texts/format.ts';
import { t } from '../../texts/index.ts';
import { extendTrashed, toggleTrashed } from './trash-keys.ts';
import { restore, useTrash } from './trash-store.ts';

type Props = {
  index: number;
  top: number;
  /** Null while its page is on the way. */
  trashed: Trashed | null;
  selected: boolean;
  current: boolean;
  focusRow: (index: number, element: HTMLElement | null) => void;
};

/** One deleted draft: what it was, when it went, where it came from. */
export const TrashRow = memo(function TrashRow({ index, top, trashed, selected, current, focusRow }: Props) {
  const place = { transform: `translateY(${top}px)` };
  if (trashed === null)
    return <div className="trash-grid trash-row" role="row" aria-rowindex={index + 2} aria-busy="true" style={place} />;

  const { draft, deletedAt, fileName } = trashed;
  const { id, fields } = draft;
  const title = fields.title.trim() || t.untitled;
  const start = formatLocal(fields.startLocal);
  function onClick(event: MouseEvent) {
    if (event.shiftKey) void extendTrashed(index);
    else if (event.ctrlKey || event.metaKey) toggleTrashed(index, id);
    else useTrash.setState({ cursor: index, anchor: index });
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys of its rows
    <div
      ref={(element) => focusRow(index, current ? element : null)}
      className="trash-grid trash-row"
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      tabIndex={current ? 0 : -1}
      style={place}
      onClick={onClick}
    >
      <span role="gridcell" className="trash-check">
        <CheckBox
          label={t.trash.select(title)}
          checked={selected}
          inTabOrder={false}
          onChange={(_, shift) => (shift ? void extendTrashed(index) : toggleTrashed(index, id))}
        />
      </span>
      <span role="gridcell" className="trash-title">
        <bdi className={fields.title.trim() === '' ? 'trash-untitled' : ''}>{title}</bdi>
        {draft.status === 'delivered' && <span className="trash-minor">{t.trash.published}</span>}
      </span>
      <span role="gridcell" className="trash-soft numeric">
        {start === null ? t.trash.noDate : start.date}
        {start !== null && <span className="trash-minor">{start.time}</span>}
      </span>
      <span role="gridcell" className="trash-soft numeric">
        {formatMoment(deletedAt)}
      </span>
      <span role="gridcell" className="trash-soft">
        <bdi>{fileName ?? t.trash.byHand}</bdi>
      </span>
      <span role="gridcell">
        <Button
          size="sm"
          icon={RotateCcw}
          aria-label={t.trash.restoreNamed(title)}
          onClick={(event) => {
            event.stopPropagation();
            void restore([id]);
          }}
        >
          {t.trash.restore}
        </Button>
      </span>
    </div>
  );
});
