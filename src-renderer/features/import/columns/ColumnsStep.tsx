import { ArrowRight } from 'lucide-react';
import type { ImportPlanView } from '#shared/contract/import-views.ts';
import { Button } from '../../../components/Button.tsx';
import { t } from '../../../texts/index.ts';
import { goToStep } from '../import-store.ts';
import { ReadingProgress } from '../ReadingProgress.tsx';
import { StepHeading } from '../StepHeading.tsx';
import { Categories } from './Categories.tsx';
import { Cities } from './Cities.tsx';
import { ColumnsTable } from './ColumnsTable.tsx';
import { DateOrderQuestion } from './DateOrderQuestion.tsx';
import { ImportDefaults } from './ImportDefaults.tsx';
import { PresetNote } from './PresetNote.tsx';
import { Preview } from './Preview.tsx';
import { ReadingChoices } from './ReadingChoices.tsx';
import { Venues } from './Venues.tsx';

/** How the file was understood, to be looked at and put right; what comes of it shows at once. */
export function ColumnsStep({ plan, reading }: { plan: ImportPlanView; reading: boolean }) {
  const unanswered = plan.dateOrderReason === 'ambiguous';
  return (
    <>
      <div className="view-scroll plan" aria-busy={reading}>
        <div className="plan-main">
          <StepHeading step="columns" />
          <PresetNote plan={plan} />
          <DateOrderQuestion plan={plan} />
          <Preview plan={plan} />
          <Categories plan={plan} />
          <Cities plan={plan} />
          <Venues plan={plan} />
          {plan.columns.length > 0 && <ColumnsTable plan={plan} />}
        </div>
        <div className="import-side">
          <ImportDefaults plan={plan} />
          <ReadingChoices plan={plan} />
        </div>
      </div>
      <footer className="plan-footer">
        {reading ? (
          <ReadingProgress />
        ) : (
          <p role="status">{unanswered ? t.import.dateOrderFirst : t.import.columnsWords}</p>
        )}
        <Button look="primary" icon={ArrowRight} disabled={unanswered} onClick={() => goToStep('plan')}>
          {t.import.toPlan}
        </Button>
      </footer>
    </>
  );
}
