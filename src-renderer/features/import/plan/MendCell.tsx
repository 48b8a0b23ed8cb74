import type { ImportPlanView, RowIssueView } from '#shared/contract/import-views.ts';
import { CheckBox } from '../../../components/CheckBox.tsx';
import { Field, TextInput } from '../../../components/Field.tsx';
import { t } from '../../../texts/index.ts';

/** One cell of a row that is put right: what is wrong with it, and whether other rows are to get the same. */
export function MendCell({
  column,
  value,
  before,
  issue,
  same,
  everywhere,
  onChange,
  onEverywhere,
}: {
  column: ImportPlanView['columns'][number];
  value: string;
  /** As it was read. */
  before: string;
  issue: RowIssueView | null;
  /** Other unreadable rows that say the same there. 0 offers nothing. */
  same: number;
  everywhere: boolean;
  onChange: (value: string) => void;
  onEverywhere: (on: boolean) => void;
}) {
  const also = t.import.mend.also(same, before.trim());
  return (
    <Field
      label={column.header.trim() || t.import.noHeader}
      optional={t.import.columnRole[column.role]}
      hint={issue !== null && <span className={`mend-${issue.severity}`}>{issue.message}</span>}
    >
      {({ id, describedBy }) => (
        <>
          <TextInput
            id={id}
            type="text"
            aria-describedby={describedBy}
            aria-invalid={issue?.severity === 'error' || undefined}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          {same > 0 && (
            // biome-ignore lint/a11y/noLabelWithoutControl: the check box inside is its control
            <label className="mend-also">
              <CheckBox label={also} checked={everywhere} onChange={onEverywhere} />
              <span>{also}</span>
            </label>
          )}
        </>
      )}
    </Field>
  );
}
