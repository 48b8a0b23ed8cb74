import { Button } from '../../components/Button.tsx';
import { t } from '../../texts/index.ts';
import { ColumnsStep } from './columns/ColumnsStep.tsx';
import { ImportDone } from './done/ImportDone.tsx';
import { ImportHistory } from './history/ImportHistory.tsx';
import { PresetList } from './history/PresetList.tsx';
import { StayedDialog } from './history/StayedDialog.tsx';
import './ImportView.css';
import { discard, useImport } from './import-store.ts';
import { PlanStep } from './plan/PlanStep.tsx';
import { ReadingProgress } from './ReadingProgress.tsx';
import { StepHeader } from './StepHeader.tsx';
import { FileError } from './start/FileError.tsx';
import { ImportStart } from './start/ImportStart.tsx';
import { useDroppedFiles } from './start/use-dropped-files.ts';
import { usePastedCells } from './start/use-pasted-cells.ts';

/** From a file to drafts in four steps: file, columns, plan, done. */
export function ImportView() {
  const { step, file, plan, error, done, reading } = useImport();
  const isDragging = useDroppedFiles();
  usePastedCells(file === null);
  return (
    <section className="view" aria-labelledby="import-title" data-dragging={isDragging || undefined}>
      <header className="view-header">
        <h1 id="import-title">{t.import.title}</h1>
        {file !== null && <bdi className="view-header-count import-file">{file.name}</bdi>}
        <span className="view-header-space" />
        <StepHeader />
        {file !== null && (
          <Button look="quiet" onClick={discard}>
            {t.import.discard}
          </Button>
        )}
      </header>
      {file !== null && plan !== null && error === null && step === 'columns' && (
        <ColumnsStep plan={plan} reading={reading} />
      )}
      {file !== null && plan !== null && error === null && step === 'plan' && (
        <PlanStep plan={plan} reading={reading} />
      )}
      {file !== null && error !== null && <FileError error={error} />}
      {file !== null && plan === null && error === null && <ReadingProgress />}
      {file === null && (
        <div className="view-scroll import-page">
          {done === null ? <ImportStart isDragging={isDragging} /> : <ImportDone done={done} />}
          <ImportHistory />
          <PresetList />
        </div>
      )}
      <StayedDialog />
    </section>
  );
}
