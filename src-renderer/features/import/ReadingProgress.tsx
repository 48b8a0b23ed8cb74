import { Button } from '../../components/Button.tsx';
import { Loading } from '../../components/Notices.tsx';
import { ProgressBar } from '../../components/ProgressBar.tsx';
import { useLiveQuery } from '../../stores/live-query.ts';
import { t } from '../../texts/index.ts';
import { progressQuery, stopReading } from './import-store.ts';

/** Heard in steps of so many percent. */
const SAID_EVERY = 25;

/** How far reading has come, with the way to stop it. Nothing of the file is kept before one says so. */
export function ReadingProgress() {
  const job = useLiveQuery(progressQuery, {}).value?.job ?? null;
  if (job === null) return <Loading label={t.import.reading} />;
  const percent = Math.floor((job.share ?? 0) * 100);
  const label = job.phase === 'reading' ? t.import.reading : t.import.comparing;
  return (
    <div className="import-reading">
      <span className="visually-hidden" role="status">
        {label} {t.import.percent(percent - (percent % SAID_EVERY))}
      </span>
      <ProgressBar
        label={label}
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
