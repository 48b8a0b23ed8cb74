import { useRef, useState } from 'react';
import type { ImportPlanView, PlannedRow } from '#shared/contract/import-views.ts';
import { Button } from '../../../components/Button.tsx';
import { Field, TextInput } from '../../../components/Field.tsx';
import { Modal } from '../../../components/Modal.tsx';
import { t } from '../../../texts/index.ts';
import { choose, useImport } from '../import-store.ts';
import { withCorrection } from './corrections.ts';

/** The cells of a row that could not be read, to be put right. The file itself is left as it is. */
export function MendDialog({ plan, row, onClose }: { plan: ImportPlanView; row: PlannedRow; onClose: () => void }) {
  const choices = useImport((state) => state.choices);
  const [cells, setCells] = useState<string[]>(row.cells ?? []);
  const form = useRef<HTMLFormElement>(null);
  const words = t.import.mend;
  const save = () => {
    choose(withCorrection(choices, row.row, row.cells ?? [], cells));
    onClose();
  };
  return (
    <Modal
      open
      onClose={onClose}
      title={words.title(row.row)}
      description={row.reason}
      actions={
        <>
          <Button onClick={onClose}>{t.actions.cancel}</Button>
          <Button look="primary" onClick={save}>
            {words.save}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        className="mend-cells"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {plan.columns.map((column, index) => (
          <Field
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same header; their order is the file's
            key={index}
            label={column.header.trim() || t.import.noHeader}
            optional={t.import.columnRole[column.role]}
          >
            {({ id }) => (
              <TextInput
                id={id}
                value={cells[index] ?? ''}
                onChange={(event) => setCells(replaced(cells, index, event.target.value))}
              />
            )}
          </Field>
        ))}
        <button type="submit" className="visually-hidden" tabIndex={-1}>
          {words.save}
        </button>
      </form>
    </Modal>
  );
}

function replaced(cells: readonly string[], index: number, value: string): string[] {
  const width = Math.max(cells.length, index + 1);
  return Array.from({ length: width }, (_unused, at) => (at === index ? value : (cells[at] ?? '')));
}
