import { Tabs } from '@base-ui/react/tabs';
import { FileDown } from 'lucide-react';
import type { ImportPlanView } from '#shared/contract/import-views.ts';
import { Button } from '../../components/Button.tsx';
import { t } from '../../texts/index.ts';
import { CountTiles } from './CountTiles.tsx';
import { DateOrderQuestion } from './DateOrderQuestion.tsx';
import { ImportDefaults } from './ImportDefaults.tsx';
import { applyPlan, useImport } from './import-store.ts';
import { ColumnsTable, IssuesTable } from './PlanDetails.tsx';
import { PreviewTable } from './PreviewTable.tsx';
import { countOrder, rowsToImport } from './plan-counts.ts';

/** What would become of each row, before anything is kept. */
export function PlanView({ plan, reading }: { plan: ImportPlanView; reading: boolean }) {
  return (
    <>
      <div className="view-scroll plan" aria-busy={reading}>
        <div className="plan-main">
          <p className="plan-file">
            {t.import.rows(plan.counts.rows)} ·{' '}
            {plan.format === 'ics'
              ? t.import.icsFile(plan.encoding)
              : t.import.file(plan.encoding, t.import.delimiters[plan.delimiter] ?? plan.delimiter)}
          </p>
          <DateOrderQuestion plan={plan} />
          <CountTiles label={t.import.counts} counts={plan.counts} names={countOrder} />
          <Tabs.Root defaultValue="preview" className="tabs">
            <Tabs.List className="tabs-list" aria-label={t.import.tabsLabel}>
              <Tabs.Tab className="tabs-tab" value="preview">
                {t.import.tabs.preview}
              </Tabs.Tab>
              <Tabs.Tab className="tabs-tab" value="issues">
                {t.import.tabs.issues(plan.issues.length)}
              </Tabs.Tab>
              <Tabs.Tab className="tabs-tab" value="columns">
                {t.import.tabs.columns(plan.columns.length)}
              </Tabs.Tab>
              <Tabs.Indicator className="tabs-indicator" />
            </Tabs.List>
            <Tabs.Panel className="tabs-panel" value="preview">
              <PreviewTable plan={plan} />
            </Tabs.Panel>
            <Tabs.Panel className="tabs-panel" value="issues">
              <IssuesTable issues={plan.issues} />
            </Tabs.Panel>
            <Tabs.Panel className="tabs-panel" value="columns">
              <ColumnsTable columns={plan.columns} />
            </Tabs.Panel>
          </Tabs.Root>
        </div>
        <ImportDefaults plan={plan} />
      </div>
      <PlanFooter plan={plan} reading={reading} />
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
      <p role="status">{reading ? t.import.reading : words}</p>
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
