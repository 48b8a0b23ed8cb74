import { useEffect, useState } from 'react';
import type { RowIssueView } from '#shared/contract/import-views.ts';
import { call } from '../../../stores/bridge.ts';
import { showError } from '../../../stores/toasts.ts';
import type { UnreadableRow } from './corrections.ts';

/** More rows than these are put right at their source. The contract takes as many corrections. */
const MOST = 5_000;
const PAGE = 1_000;

async function readUnreadable(planId: string, isWanted: () => boolean): Promise<UnreadableRow[]> {
  const found: UnreadableRow[] = [];
  for (let offset = 0; offset < MOST && isWanted(); offset += PAGE) {
    const filter = { planId, verdicts: ['invalid' as const], lookAlikes: false, search: '' };
    const answer = await call('listPlanRows', { ...filter, limit: PAGE, offset });
    if (!answer.ok) {
      showError(answer.error);
      return found;
    }
    for (const { row, reason, cells } of answer.value.rows) if (cells !== null) found.push({ row, reason, cells });
    if (answer.value.rows.length < PAGE) break;
  }
  return found;
}

/** The first 5,000 rows that could not be read, and of which plan they are: until those of a new one are there, the old. */
type Listed = { planId: string | null; rows: readonly UnreadableRow[] };

export function useUnreadableRows(planId: string): Listed {
  const [listed, setListed] = useState<Listed>({ planId: null, rows: [] });
  useEffect(() => {
    let wanted = true;
    void readUnreadable(planId, () => wanted).then((rows) => wanted && setListed({ planId, rows }));
    return () => {
      wanted = false;
    };
  }, [planId]);
  return listed;
}

/** What is wrong with one row of a plan, cell by cell; null until it is known. */
export function useRowIssues(planId: string, row: number): readonly RowIssueView[] | null {
  const [known, setKnown] = useState<{ row: number; issues: readonly RowIssueView[] } | null>(null);
  useEffect(() => {
    let wanted = true;
    void call('listPlanIssues', { planId, row, limit: 100, offset: 0 }).then((answer) => {
      if (wanted) setKnown({ row, issues: answer.ok ? answer.value.issues : [] });
    });
    return () => {
      wanted = false;
    };
  }, [planId, row]);
  return known?.row === row ? known.issues : null;
}
