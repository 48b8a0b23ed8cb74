import { Copy, FileDown, FileWarning, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { ImportPlanView } from '#shared/contract/import-views.ts';
import { Button } from '../../../components/Button.tsx';
import { SearchBox } from '../../../components/SearchBox.tsx';
import { t } from '../../../texts/index.ts';
import { choose, useImport } from '../import-store.ts';
import { applyPlan } from '../imported.ts';
import { ReadingProgress } from '../ReadingProgress.tsx';
import { StepHeading } from '../StepHeading.tsx';
import { saveInvalidRows } from '../save.ts';
import { CountFilters } from './CountFilters.tsx';
import type { UnreadableRow } from './corrections.ts';
import { MendDialog } from './MendDialog.tsx';
import { Notes } from './Notes.tsx';
import { PlanRows, type RowsShown } from './PlanRows.tsx';
import { rowsToImport } from './plan-counts.ts';
import './PlanStep.css';

/** What would become of each row, before anything is kept. */
export function PlanStep({ plan, reading }: { plan: ImportPlanView; reading: boolean }) {
  const [wanted, setWanted] = useState<RowsShown>(null);
  const [search, setSearch] = useState('');
  const [view, setView] = useState<'rows' | 'notes'>('rows');
  const [mending, setMending] = useState<UnreadableRow | null>(null);
  const choices = useImport((state) => state.choices);
  const mended = choices.corrections?.length ?? 0;
  // A filter that shows nothing any more, after its rows were mended, shows all again.
  const shown = wanted !== null && countOf(plan, wanted) > 0 ? wanted : null;
  const leftOut = choices.leftOut ?? [];
  return (
    <>
      <div className="plan-step" aria-busy={reading}>
        <StepHeading step="plan" />
        <CountFilters
          counts={plan.counts}
          shown={shown}
          onShow={(next) => {
            setWanted(next);
            setView('rows');
          }}
        />
        <div className="plan-tools">
          {view === 'rows' && <SearchBox label={t.import.searchRows} search={search} onSearch={setSearch} />}
          <Button
            size="sm"
            look="quiet"
            aria-pressed={view === 'notes'}
            onClick={() => setView(view === 'rows' ? 'notes' : 'rows')}
          >
            {view === 'rows' ? t.import.showNotes(plan.issueCount) : t.import.showRows}
          </Button>
          {plan.lookAlikes > 0 && (
            <Button
              size="sm"
              look="quiet"
              icon={Copy}
              aria-pressed={shown === 'lookAlikes'}
              onClick={() => {
                setWanted(shown === 'lookAlikes' ? null : 'lookAlikes');
                setView('rows');
              }}
            >
              {t.import.lookAlikes(plan.lookAlikes)}
            </Button>
          )}
          <span className="view-header-space" />
          {leftOut.length > 0 && (
            <Button size="sm" look="quiet" icon={Undo2} onClick={() => choose({ ...choices, leftOut: [] })}>
              {t.import.takeIn(leftOut.length)}
            </Button>
          )}
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
          <PlanRows
            plan={plan}
            shown={shown}
            search={search}
            onMend={({ row, reason, cells }) => cells !== null && setMending({ row, reason, cells })}
            onLeaveOut={({ row, startLocal }) => choose({ ...choices, leftOut: [...leftOut, { row, startLocal }] })}
          />
        ) : (
          <Notes plan={plan} />
        )}
      </div>
      <PlanFooter plan={plan} reading={reading} />
      {mending !== null && <MendDialog plan={plan} first={mending} onClose={() => setMending(null)} />}
    </>
  );
}

function countOf({ counts, lookAlikes }: ImportPlanView, shown: NonNullable<RowsShown>): number {
  if (shown === 'lookAlikes') return lookAlikes;
  return counts[shown === 'duplicate' ? 'duplicates' : shown];
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
        {rows === 0 ? t.import.nothingToImport : t.import.confirm(plan.counts.new, plan.counts.changed)}
      </Button>
    </footer>
  );
}
