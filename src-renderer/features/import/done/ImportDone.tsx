import { CircleCheck, FolderOpen, ListChecks, Send, Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ImportView, PlanCounts } from '#shared/contract/import-views.ts';
import { Button } from '../../../components/Button.tsx';
import { askToPublish } from '../../../stores/publishing.ts';
import { t } from '../../../texts/index.ts';
import { showImport } from '../../drafts/drafts-store.ts';
import { discard } from '../import-store.ts';
import { undoImport } from '../imported.ts';
import { leftOutOf } from '../plan/plan-counts.ts';

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
        {t.import.doneTitle(done.counts.new, done.counts.changed)}
      </h2>
      <p>
        <bdi>{t.import.doneWords(done.fileName)}</bdi>
      </p>
      <LeftOut counts={done.counts} />
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

/** Rows of the file that made no draft, and why. */
function LeftOut({ counts }: { counts: PlanCounts }) {
  const rows = leftOutOf(counts);
  if (rows.length === 0) return null;
  return (
    <ul className="import-left-out" aria-label={t.import.leftOutTitle}>
      {rows.map(({ name, rows: n }) => (
        <li key={name}>{t.import.leftOutOf[name](n)}</li>
      ))}
    </ul>
  );
}
