import { Download, Undo2 } from 'lucide-react';
import type { ImportView } from '#shared/contract/import-views.ts';
import { Button } from '../../../components/Button.tsx';
import { ErrorState, Loading } from '../../../components/Notices.tsx';
import { useLiveQuery } from '../../../stores/live-query.ts';
import { formatMoment } from '../../../texts/format.ts';
import { t } from '../../../texts/index.ts';
import { showImport } from '../../drafts/drafts-store.ts';
import { importsQuery, undoImport } from '../imported.ts';
import { summariseCounts } from '../plan/plan-counts.ts';
import { saveOriginal } from '../save.ts';

/** Every file that was imported, each with its way back. */
export function ImportHistory() {
  const { value, error } = useLiveQuery(importsQuery, {});
  return (
    <section className="import-history" aria-labelledby="import-history-title">
      <h2 id="import-history-title">{t.import.history}</h2>
      {error !== null && value === null && <ErrorState error={error} onRetry={importsQuery.refetch} />}
      {error === null && value === null && <Loading />}
      {value?.length === 0 && <p className="import-history-none">{t.import.historyNone}</p>}
      {value !== null && value.length > 0 && (
        <ul>
          {value.map((entry) => (
            <HistoryEntry key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
    </section>
  );
}

function HistoryEntry({ entry }: { entry: ImportView }) {
  return (
    <li className="import-entry" data-undone={entry.undone || undefined}>
      <div className="import-entry-words">
        <bdi className="import-entry-name">{entry.fileName}</bdi>
        <span className="import-entry-note numeric">
          {formatMoment(entry.importedAt)} · {summariseCounts(entry.counts)}
        </span>
      </div>
      {entry.originalSize !== null && (
        <Button
          size="sm"
          look="quiet"
          icon={Download}
          aria-label={t.import.actionsFor(t.import.original, entry.fileName)}
          onClick={() => void saveOriginal(entry)}
        >
          {t.import.original}
        </Button>
      )}
      {entry.undone ? (
        <span className="import-entry-tag">{t.import.undoneTag}</span>
      ) : (
        <>
          <Button
            size="sm"
            look="quiet"
            aria-label={t.import.actionsFor(t.import.review, entry.fileName)}
            onClick={() => showImport(entry.id)}
          >
            {t.import.review}
          </Button>
          <Button
            size="sm"
            look="quiet"
            icon={Undo2}
            aria-label={t.import.actionsFor(t.import.undo, entry.fileName)}
            onClick={() => void undoImport(entry.id)}
          >
            {t.import.undo}
          </Button>
        </>
      )}
    </li>
  );
}
