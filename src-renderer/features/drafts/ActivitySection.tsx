import { ChevronRight } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { t } from '../../texts/index.ts';
import { ActivityLog } from '../activity/ActivityLog.tsx';

/** What was done to publish this draft, folded away until somebody wants to know. */
export function ActivitySection({ draftId, sending }: { draftId: string; sending: boolean }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const section = useRef<HTMLElement>(null);
  return (
    <section className="editor-group editor-activity" ref={section}>
      <h3>
        <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          <ChevronRight aria-hidden="true" size={14} />
          {t.activity.title}
        </button>
      </h3>
      {open && (
        <div id={id}>
          <ActivityLog
            draftId={draftId}
            sending={sending}
            onRead={() => section.current?.scrollIntoView({ block: 'nearest' })}
          />
        </div>
      )}
    </section>
  );
}
