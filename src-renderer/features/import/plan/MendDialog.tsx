import { useEffect, useRef, useState } from 'react';
import type { ImportPlanView } from '#shared/contract/import-views.ts';
import { Button } from '../../../components/Button.tsx';
import { Modal } from '../../../components/Modal.tsx';
import { t } from '../../../texts/index.ts';
import { choose, useImport } from '../import-store.ts';
import {
  rowsAwaited,
  rowsThatSay,
  type UnreadableRow,
  withCell,
  withCellInRows,
  withCorrection,
} from './corrections.ts';
import { MendCell } from './MendCell.tsx';
import './MendDialog.css';
import { useRowIssues, useUnreadableRows } from './unreadable-rows.ts';

/** The cells of a row that could not be read, to be put right; then those of the next. The file itself is left as it is. */
export function MendDialog({
  plan,
  first,
  onClose,
}: {
  plan: ImportPlanView;
  first: UnreadableRow;
  onClose: () => void;
}) {
  const { choices, planChoices } = useImport();
  const [at, setAt] = useState(first);
  const [cells, setCells] = useState(first.cells);
  const [everywhere, setEverywhere] = useState<ReadonlySet<number>>(new Set());
  const listed = useUnreadableRows(plan.planId);
  // A list of the plan before still shows what was put right for this one.
  const awaited = rowsAwaited(choices, listed.planId === plan.planId ? planChoices : {});
  const unreadable = listed.rows.filter(({ row }) => !awaited.has(row));
  const issues = useRowIssues(plan.planId, at.row);
  const next = unreadable.find(({ row }) => row > at.row) ?? null;
  const form = useRef<HTMLFormElement>(null);
  const wrong = plan.columns.findIndex(({ header }) => issues?.some(({ column }) => column === header));
  const focused = useRef(0);
  useEffect(() => {
    if (issues === null || focused.current === at.row) return;
    // Once for each row: a plan that is made meanwhile must not take the keyboard out of a cell.
    focused.current = at.row;
    form.current?.querySelectorAll<HTMLInputElement>('input[type="text"]')[Math.max(wrong, 0)]?.focus();
  }, [issues, wrong, at.row]);
  const words = t.import.mend;

  const isNew = (index: number) => cells[index] !== undefined && cells[index] !== (at.cells[index] ?? '');
  const save = () => {
    if (!cells.some((_cell, index) => isNew(index))) return;
    let after = withCorrection(choices, at.row, at.cells, cells);
    for (const index of everywhere) {
      if (!isNew(index)) continue;
      const same = rowsThatSay(unreadable, at.row, index, at.cells[index] ?? '');
      after = withCellInRows(after, same, index, cells[index] ?? '');
    }
    choose(after);
  };
  const goOn = () => {
    save();
    if (next === null) return onClose();
    setAt(next);
    setCells(next.cells);
    setEverywhere(new Set());
  };

  return (
    <Modal
      open
      onClose={onClose}
      title={words.title(at.row)}
      // What is wrong with a cell stands below it; only what is wrong with the row as a whole stands here.
      description={issues !== null && wrong < 0 ? at.reason : null}
      actions={
        <>
          <span className="mend-left" role="status">
            {unreadable.length > 1 && words.left(unreadable.filter(({ row }) => row !== at.row).length)}
          </span>
          <Button
            look={next === null ? 'primary' : 'secondary'}
            onClick={() => {
              save();
              onClose();
            }}
          >
            {words.save}
          </Button>
          {next !== null && (
            <Button look="primary" onClick={goOn}>
              {words.next}
            </Button>
          )}
        </>
      }
    >
      <form
        ref={form}
        className="mend-cells"
        onSubmit={(event) => {
          event.preventDefault();
          goOn();
        }}
      >
        {plan.columns.map((column, index) => (
          <MendCell
            // The cells stay from row to row, so the keyboard never loses its place between them.
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same header; their order is the file's
            key={index}
            column={column}
            value={cells[index] ?? ''}
            before={at.cells[index] ?? ''}
            issue={issues?.find(({ column: header }) => header === column.header) ?? null}
            same={isNew(index) ? rowsThatSay(unreadable, at.row, index, at.cells[index] ?? '').length : 0}
            everywhere={everywhere.has(index)}
            onChange={(value) => setCells(withCell(cells, index, value))}
            onEverywhere={(on) => setEverywhere(toggled(everywhere, index, on))}
          />
        ))}
        <button type="submit" className="visually-hidden" tabIndex={-1}>
          {next === null ? words.save : words.next}
        </button>
      </form>
      <p className="field-hint">{words.fileStays}</p>
    </Modal>
  );
}

function toggled(set: ReadonlySet<number>, index: number, on: boolean): ReadonlySet<number> {
  const after = new Set(set);
  if (on) after.add(index);
  else after.delete(index);
  return after;
}
