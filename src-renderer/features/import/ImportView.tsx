import { Button } from '../../components/Button.tsx';
import { ErrorState, Loading } from '../../components/Notices.tsx';
import { t } from '../../texts/index.ts';
import { ImportDone } from './ImportDone.tsx';
import { ImportHistory } from './ImportHistory.tsx';
import './ImportView.css';
import { ImportStart } from './ImportStart.tsx';
import { discard, makePlan, useImport } from './import-store.ts';
import { PlanView } from './PlanView.tsx';

/** From a file to drafts: pick, see the plan, confirm. */
export function ImportView() {
  const { file, plan, error, done, reading } = useImport();
  return (
    <section className="view" aria-labelledby="import-title">
      <header className="view-header">
        <h1 id="import-title">{t.import.title}</h1>
        {file !== null && <bdi className="view-header-count import-file">{file.name}</bdi>}
        <span className="view-header-space" />
        {file !== null && (
          <Button look="quiet" onClick={discard}>
            {t.import.discard}
          </Button>
        )}
      </header>
      {file !== null && plan !== null && error === null && <PlanView plan={plan} reading={reading} />}
      {file !== null && error !== null && <ErrorState error={error} onRetry={() => void makePlan()} />}
      {file !== null && plan === null && error === null && <Loading label={t.import.reading} />}
      {file === null && (
        <div className="view-scroll import-page">
          {done === null ? <ImportStart /> : <ImportDone done={done} />}
          <ImportHistory />
        </div>
      )}
    </section>
  );
}
