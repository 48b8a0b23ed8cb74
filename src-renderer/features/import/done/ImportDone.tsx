import { CircleCheck, FolderOpen, ListChecks, Send, Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ImportView } from '#shared/contract/import-views.ts';
import { Button } from '../../../components/Button.tsx';
import { askToPublish } from '../../../stores/publishing.ts';
import { t } from '../../../texts/index.ts';
import { showImport } from '../../drafts/drafts-store.ts';
import { discard, undoImport } from '../import-store.ts';
import { rowsToImport, summariseCounts } from '../plan/plan-counts.ts';

/** What was kept, and where to go from here. */
export function ImportDone({ done }: { done: ImportView }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="import-done" aria-labelledby="import-done-title">
      <span className="empty-state-icon import-done-icon">
        <CircleCheck aria-hidden="true" size={24} />
      </span>
      <h2 id="import-done-title" ref={heading} tabIndex={-1}>
        {t.import.doneTitle(rowsToImport(done.counts))}
      </h2>
      <p>
        <bdi>{t.import.doneWords(done.fileName)}</bdi> {summariseCounts(done.counts)}.
      </p>
      <div className="empty-state-actions">
        <Button look="primary" icon={ListChecks} onClick={() => showImport(done.id)}>
          {t.import.review}
        </Button>
        <Button icon={Send} onClick={() => void askToPublish({ kind: 'import', importId: done.id })}>
          {t.import.publish}
        </Button>
        <Button look="quiet" icon={Undo2} onClick={() => void undoImport(done.id)}>
          {t.import.undo}
        </Button>
        <Button look="quiet" icon={FolderOpen} onClick={discard}>
          {t.import.another}
        </Button>
      </div>
    </section>
  );
}
