import { type ColumnRole, columnRoles } from '#shared/calendar/types.ts';
import type { ImportPlanView } from '#shared/contract/import-views.ts';
import { SelectBox } from '../../../components/SelectBox.tsx';
import { t } from '../../../texts/index.ts';
import { choose, useImport } from '../import-store.ts';

/** Values of a column that show what is in it. */
const VALUES_SHOWN = 3;

const roleChoices = columnRoles.map((role) => ({ value: role, label: t.import.columnRole[role] }));

/** What each column means, why, and what stands in it. Another meaning takes effect at once. */
export function ColumnsTable({ plan }: { plan: ImportPlanView }) {
  const choices = useImport((state) => state.choices);
  const words = t.import.columnColumns;
  const setRole = (header: string, role: ColumnRole) =>
    choose({ ...choices, columns: { ...choices.columns, [header]: role } });
  return (
    <section aria-labelledby="import-columns-title">
      <h2 id="import-columns-title">{t.import.columnsTable}</h2>
      <table className="plan-table columns-table" aria-labelledby="import-columns-title">
        <thead>
          <tr>
            <th scope="col">{words.header}</th>
            <th scope="col">{words.role}</th>
            <th scope="col">{words.values}</th>
          </tr>
        </thead>
        <tbody>
          {plan.columns.map((column, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same header; their order is the file's
            <tr key={index} className={column.role === 'ignore' ? 'column-ignored' : ''}>
              <th scope="row">
                <bdi>{column.header.trim() || t.import.noHeader}</bdi>
                <span className="plan-reason">{inWords(column.reason)}</span>
              </th>
              <td>
                <SelectBox
                  size="sm"
                  label={t.import.roleOf(column.header)}
                  choices={roleChoices}
                  value={column.role}
                  onChange={(role) => setRole(column.header, role)}
                />
              </td>
              <td className="column-values">
                {valuesOf(plan, index).map((value, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: values may repeat and never move
                  <bdi key={at}>{value}</bdi>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Reasons name a meaning by its code, as mappings do; here it has a label. */
function inWords(reason: string): string {
  return reason.replace(/“(\w+)”/g, (quoted, word: string) => {
    const role = columnRoles.find((known) => known === word);
    return role === undefined || reason.startsWith(quoted) ? quoted : `“${t.import.columnRole[role]}”`;
  });
}

function valuesOf({ sample }: ImportPlanView, index: number): string[] {
  const filled = sample.map(({ cells }) => cells[index]?.trim() ?? '').filter((value) => value !== '');
  return [...new Set(filled)].slice(0, VALUES_SHOWN);
}
