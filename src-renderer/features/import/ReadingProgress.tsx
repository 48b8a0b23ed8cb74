import { Button } from '../../components/Button.tsx';
import { Loading } from '../../components/Notices.tsx';
import { ProgressBar } from '../../components/ProgressBar.tsx';
import { useLiveQuery } from '../../stores/live-query.ts';
import { t } from '../../texts/index.ts';
import { progressQuery, stopReading } from './import-store.ts';

/** How far reading has come, with the way to stop it. Nothing of the file is kept before one says so. */
export function ReadingProgress() {
  const job = useLiveQuery(progressQuery, {}).value?.job ?? null;
  if (job === null) return <Loading label={t.import.reading} />;
  const percent = Math.floor((job.share ?? 0) * 100);
  return (
    <div className="import-reading">
      <ProgressBar
        label={job.phase === 'reading' ? t.import.reading : t.import.comparing}
        done={percent}
        total={100}
        text={t.import.percent(percent)}
        note={t.import.readingNote(job.rows, job.rowsPerSecond, job.secondsLeft)}
      />
      <Button size="sm" onClick={stopReading}>
        {t.import.stop}
      </Button>
    </div>
  );
}
