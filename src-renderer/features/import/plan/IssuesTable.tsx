import { Info, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { ImportPlanView } from '#shared/contract/import-views.ts';
import { Button } from '../../../components/Button.tsx';
import { formatNumber } from '../../../texts/format.ts';
import { t } from '../../../texts/index.ts';

/** More than one reads at a glance; the rest is one press away. */
const FIRST_ISSUES = 200;

/** Everything worth knowing about single cells: problems first, notes after. */
export function IssuesTable({ plan }: { plan: ImportPlanView }) {
  const { issues } = plan;
  const [all, setAll] = useState(false);
  if (issues.length === 0) return <p className="plan-part">{t.import.noIssues}</p>;
  const sorted = issues.toSorted(
    (a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning') || a.row - b.row,
  );
  const shown = all ? sorted : sorted.slice(0, FIRST_ISSUES);
  const words = t.import.issueColumns;
  return (
    <>
      <table className="plan-table" aria-label={t.import.issuesTable}>
        <thead>
          <tr>
            <th scope="col" className="plan-number">
              {plan.format === 'ics' ? words.line : words.row}
            </th>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.message}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((issue, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell may have the same issue twice; the list never reorders
            <tr key={index}>
              <td className="plan-number numeric">{issue.row > 0 ? formatNumber(issue.row) : t.import.wholeFile}</td>
              <td>
                <bdi>{issue.column ?? t.import.wholeRow}</bdi>
              </td>
              <td className={`issue issue-${issue.severity}`}>
                {issue.severity === 'error' ? (
                  <TriangleAlert aria-label={t.import.severity.error} role="img" size={14} />
                ) : (
                  <Info aria-label={t.import.severity.warning} role="img" size={14} />
                )}
                <bdi>{issue.message}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {all && issues.length < plan.issueCount && (
        <p className="plan-part">{t.import.firstIssues(issues.length, plan.issueCount)}</p>
      )}
      {shown.length < issues.length && (
        <Button size="sm" onClick={() => setAll(true)}>
          {t.import.showAll(issues.length)}
        </Button>
      )}
    </>
  );
}
