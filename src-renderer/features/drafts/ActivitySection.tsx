import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { t } from '../../texts/index.ts';
import { ActivityLog } from '../activity/ActivityLog.tsx';

/** What was done to publish this draft, folded away until somebody wants to know. */
export function ActivitySection({ draftId, sending }: { draftId: string; sending: boolean }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <section className="editor-group editor-activity">
      <h3>
        <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          <ChevronRight aria-hidden="true" size={14} />
          {t.activity.title}
        </button>
      </h3>
      {open && (
        <div id={id}>
          <ActivityLog draftId={draftId} sending={sending} />
        </div>
      )}
    </section>
  );
}
