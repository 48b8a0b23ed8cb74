import { Send, Trash2, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { DraftStatus, DraftView } from '#shared/contract/views.ts';
import { publishProblems } from '#shared/publishing/readiness.ts';
import { Button, IconButton } from '../../components/Button.tsx';
import { ErrorState, Loading } from '../../components/Notices.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { usePublishProblems } from '../../stores/platform.ts';
import { askToPublish } from '../../stores/publishing.ts';
import { t } from '../../texts/index.ts';
import { VenuePresets } from '../presets/VenuePresets.tsx';
import { ActivitySection } from './ActivitySection.tsx';
import { closeEditor, openDraftQuery } from './drafts-store.ts';
import './EditorPanel.css';
import { EditorFields } from './EditorFields.tsx';
import { EditorNotices } from './EditorNotices.tsx';
import { ReadyChecklist } from './ReadyChecklist.tsx';
import { removeDrafts } from './remove-drafts.ts';
import { RepeatButton } from './repeat/RepeatButton.tsx';
import { SeriesBar } from './repeat/SeriesBar.tsx';
import { SavedMark } from './SavedMark.tsx';
import { useDraftEditor } from './use-draft-editor.ts';

type Props = { session: number; id: string | null; focus: boolean };

/** The side panel in which one draft is written. Everything typed is stored by itself. */
export function EditorPanel({ session, id, focus }: Props) {
  const panel = useRef<HTMLElement>(null);
  const { fields, view, readError, saveState, saveError, change, flush, pending } = useDraftEditor(session, id);
  const loaded = fields !== null;
  useEffect(() => {
    if (loaded && focus) panel.current?.querySelector<HTMLElement>('[data-field="title"] textarea')?.focus();
  }, [loaded, focus]);

  async function close() {
    const failedBefore = saveState === 'failed';
    await flush();
    // Words that could not be stored keep the panel open once, under the notice that says so.
    if (pending() && !failedBefore) return;
    closeEditor(session);
    // Back to where one came from: the row that the keyboard was on.
    document.querySelector<HTMLElement>('.draft-row[tabindex="0"]')?.focus();
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    // An open list inside the panel closes first.
    if (event.target instanceof Element && event.target.closest('[aria-expanded="true"]') !== null) return;
    void close();
  }

  const problems = usePublishProblems(fields);
  // What the platform's description would refuse can be sent all the same: the publish dialog asks.
  const ready = fields !== null && publishProblems(fields).length === 0;
  const lockedReason = view?.deleted === true ? t.editor.gone : (view?.lockedReason ?? null);
  const locked = lockedReason !== null;

  return (
    <aside className="editor" aria-label={t.editor.label} ref={panel} onKeyDown={onKeyDown}>
      <header className="editor-header">
        <h2 className="visually-hidden">{t.editor.heading(id === null)}</h2>
        <StatusBadge status={statusNow(view, ready)} />
        {!locked && <SavedMark state={saveState} />}
        <span className="view-header-space" />
        {fields !== null && !locked && <VenuePresets fields={fields} change={change} />}
        {id !== null && view?.deleted !== true && <RepeatButton id={id} startLocal={fields?.startLocal ?? null} />}
        {id !== null && !locked && (
          <IconButton icon={Trash2} label={t.editor.remove} onClick={() => void removeDrafts([id])} />
        )}
        <IconButton icon={X} label={t.editor.close} onClick={() => void close()} />
      </header>
      {fields === null && readError !== null && <ErrorState error={readError} onRetry={openDraftQuery.refetch} />}
      {fields === null && readError === null && <Loading />}
      {fields !== null && (
        <>
          <div className="editor-body">
            <EditorNotices
              view={view}
              lockedReason={lockedReason}
              saveError={saveError}
              onSaveAgain={() => void flush()}
            />
            {id !== null && <SeriesBar id={id} fields={fields} />}
            <EditorFields fields={fields} change={change} disabled={locked} />
            {id !== null && <ActivitySection draftId={id} sending={view?.status === 'sending'} />}
          </div>
          {!locked && view?.status !== 'delivered' && (
            <footer className="editor-footer">
              <ReadyChecklist problems={problems} panel={panel} />
              <Button
                look="primary"
                icon={Send}
                disabled={!ready || id === null}
                onClick={() => id !== null && void askToPublish({ kind: 'drafts', draftIds: [id] })}
              >
                {t.editor.publish}
              </Button>
            </footer>
          )}
        </>
      )}
    </aside>
  );
}

/** While one types, the checklist knows sooner than the store whether a draft is ready. */
function statusNow(view: DraftView | null, ready: boolean): DraftStatus {
  if (view !== null && view.status !== 'ready' && view.status !== 'incomplete') return view.status;
  return ready ? 'ready' : 'incomplete';
}
