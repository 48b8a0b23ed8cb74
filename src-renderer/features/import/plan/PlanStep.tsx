import { FileDown, FileWarning, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { ImportPlanView, PlannedRow } from '#shared/contract/import-views.ts';
import { Button } from '../../../components/Button.tsx';
import { SearchBox } from '../../../components/SearchBox.tsx';
import { t } from '../../../texts/index.ts';
import { applyPlan, choose, useImport } from '../import-store.ts';
import { ReadingProgress } from '../ReadingProgress.tsx';
import { saveInvalidRows } from '../save.ts';
import { CountFilters } from './CountFilters.tsx';
import { IssuesTable } from './IssuesTable.tsx';
import { MendDialog } from './MendDialog.tsx';
import { PlanRows } from './PlanRows.tsx';
import { rowsToImport } from './plan-counts.ts';
import './PlanStep.css';

/** What would become of each row, before anything is kept. */
export function PlanStep({ plan, reading }: { plan: ImportPlanView; reading: boolean }) {
  const [verdict, setVerdict] = useState<PlannedRow['verdict'] | null>(null);
  const [search, setSearch] = useState('');
  const [view, setView] = useState<'rows' | 'notes'>('rows');
  const [mending, setMending] = useState<PlannedRow | null>(null);
  const choices = useImport((state) => state.choices);
  const mended = choices.corrections?.length ?? 0;
  // A filter that shows nothing any more, after its rows were mended, shows all again.
  const shown = verdict !== null && plan.counts[verdict === 'duplicate' ? 'duplicates' : verdict] > 0 ? verdict : null;
  return (
    <>
      <div className="plan-step" aria-busy={reading}>
        <CountFilters
          counts={plan.counts}
          shown={shown}
          onShow={(next) => {
            setVerdict(next);
            setView('rows');
          }}
        />
        <div className="plan-tools">
          <SearchBox label={t.import.searchRows} search={search} onSearch={setSearch} />
          <Button
            size="sm"
            look="quiet"
            aria-pressed={view === 'notes'}
            onClick={() => setView(view === 'rows' ? 'notes' : 'rows')}
          >
            {view === 'rows' ? t.import.showNotes(plan.issueCount) : t.import.showRows}
          </Button>
          <span className="view-header-space" />
          {mended > 0 && (
            <Button size="sm" look="quiet" icon={Undo2} onClick={() => choose({ ...choices, corrections: [] })}>
              {t.import.mend.takeBack(mended)}
            </Button>
          )}
          {plan.counts.invalid > 0 && plan.format === 'csv' && (
            <Button size="sm" icon={FileWarning} onClick={() => void saveInvalidRows(plan.planId, plan.fileName)}>
              {t.import.mend.saveRows(plan.counts.invalid)}
            </Button>
          )}
        </div>
        {view === 'rows' ? (
          <PlanRows plan={plan} verdict={shown} search={search} onMend={setMending} />
        ) : (
          <div className="plan-notes">
            <IssuesTable plan={plan} />
          </div>
        )}
      </div>
      <PlanFooter plan={plan} reading={reading} />
      {mending !== null && <MendDialog plan={plan} row={mending} onClose={() => setMending(null)} />}
    </>
  );
}

function PlanFooter({ plan, reading }: { plan: ImportPlanView; reading: boolean }) {
  const applying = useImport((state) => state.applying);
  const rows = rowsToImport(plan.counts);
  const unanswered = plan.dateOrderReason === 'ambiguous';
  const words = unanswered ? t.import.dateOrderFirst : rows === 0 ? t.import.nothingWords : t.import.promise;
  return (
    <footer className="plan-footer">
      {reading ? <ReadingProgress /> : <p role="status">{applying ? t.import.storing : words}</p>}
      <Button
        look="primary"
        icon={FileDown}
        busy={applying || reading}
        disabled={rows === 0 || unanswered}
        onClick={() => void applyPlan()}
      >
        {rows === 0 ? t.import.nothingToImport : t.import.confirm(rows)}
      </Button>
    </footer>
  );
}
