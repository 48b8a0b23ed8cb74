import { ChevronDown } from 'lucide-react';
import { Fragment, type MouseEvent, memo, useCallback, useId } from 'react';
import type { OperationView } from '#shared/contract/outbox-views.ts';
import { CheckBox } from '../../components/CheckBox.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { useChannelName } from '../../stores/catalog.ts';
import { formatLocalLine } from '../../texts/format.ts';
import { t } from '../../texts/index.ts';
import { EntryMenu } from './EntryMenu.tsx';
import { OperationDetails } from './OperationDetails.tsx';
import { useOutbox } from './outbox-store.ts';
import { RowActions } from './RowActions.tsx';
import { RowReason } from './RowReason.tsx';
import { extendSelection, toggleEntry } from './selection.ts';

type Props = {
  index: number;
  top: number;
  /** Null while its page is on the way. */
  operation: OperationView | null;
  selected: boolean;
  open: boolean;
  current: boolean;
  measure: (element: HTMLElement | null) => void;
  focusRow: (index: number, element: HTMLElement | null) => void;
  onToggle: (id: string) => void;
};

/** One event on its way: where it stands, why, and what can be done about it. */
export const OperationRow = memo(function OperationRow(props: Props) {
  const { index, top, operation, selected, open, current, measure, focusRow, onToggle } = props;
  const id = useId();
  const ref = useCallback(
    (element: HTMLElement | null) => {
      measure(element);
      focusRow(index, current ? element : null);
    },
    [measure, focusRow, index, current],
  );
  const place = { ref, 'data-index': index, 'aria-rowindex': index + 2, style: { transform: `translateY(${top}px)` } };
  if (operation === null) return <div {...place} className="operation" role="row" aria-busy="true" />;

  const title = operation.title.trim() || t.untitled;
  function onClick(event: MouseEvent) {
    if (operation === null || isControl(event)) return;
    if (event.shiftKey) void extendSelection(index);
    else if (event.ctrlKey || event.metaKey) toggleEntry(index, operation);
    else {
      useOutbox.setState({ cursor: index, anchor: index });
      onToggle(operation.id);
    }
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys of its rows
    <div
      {...place}
      className="operation operation-grid"
      role="row"
      aria-selected={selected}
      aria-labelledby={`${id}-title`}
      tabIndex={current ? 0 : -1}
      onClick={onClick}
    >
      {/* Not the buttons of the entry before: a second press must not mean the next one. */}
      <Fragment key={operation.id}>
        <span role="gridcell" className="operation-check" data-control>
          <CheckBox
            label={t.outbox.bulk.select(title)}
            checked={selected}
            inTabOrder={false}
            onChange={(_, shift) => (shift ? void extendSelection(index) : toggleEntry(index, operation))}
          />
        </span>
        <span role="gridcell" className="operation-state">
          <StatusBadge status={operation.asks === null ? operation.state : 'asking'} />
        </span>
        <div role="gridcell" className="operation-words">
          <bdi id={`${id}-title`} className="operation-title">
            {title}
          </bdi>
          <When operation={operation} />
          <RowReason operation={operation} tabbable={current} />
        </div>
        <div role="gridcell" className="operation-actions" data-control>
          <RowActions operation={operation} tabbable={current} />
          <EntryMenu operation={operation} tabbable={current} />
          <button
            type="button"
            className="icon-button operation-more"
            aria-expanded={open}
            aria-controls={`${id}-details`}
            aria-label={t.outbox.details}
            title={t.outbox.details}
            tabIndex={current ? 0 : -1}
            onClick={() => onToggle(operation.id)}
          >
            <ChevronDown aria-hidden="true" size={16} />
          </button>
        </div>
        {open && (
          <div role="gridcell" id={`${id}-details`} className="operation-details" data-control>
            <OperationDetails operation={operation} />
          </div>
        )}
      </Fragment>
    </div>
  );
});

function When({ operation }: { operation: OperationView }) {
  const channel = useChannelName(operation.channelId);
  return (
    <p className="operation-note numeric">
      {operation.startLocal !== null && `${formatLocalLine(operation.startLocal)} · `}
      <bdi>{channel}</bdi>
    </p>
  );
}

/** A press on a button of the row, or in its menu, is not a press on the row; nor is marking a text in its details. */
function isControl({ currentTarget, target }: MouseEvent): boolean {
  if (!(target instanceof Element) || !currentTarget.contains(target)) return true;
  return target.closest('[data-control], button') !== null;
}
