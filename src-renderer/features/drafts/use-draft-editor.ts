import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DraftView } from '#shared/contract/views.ts';
import { type DraftFields, emptyDraftFields } from '#shared/drafts/draft.ts';
import type { ErrorData } from '#shared/errors.ts';
import { call } from '../../stores/bridge.ts';
import { useLiveQuery } from '../../stores/live-query.ts';
import { holdPendingEdits } from '../../stores/pending-edits.ts';
import { showError } from '../../stores/toasts.ts';
import { catalogQuery, stateQuery } from '../../stores/workspace.ts';
import { createAutosave, type SaveState } from './autosave.ts';
import { nameNewDraft, openDraftQuery, useDrafts } from './drafts-store.ts';

/** Long enough to end a word, short enough that “Saved” follows the hand. */
const PAUSE_MS = 500;

/** What is typed and where it stands: fields, the stored draft, saving. */
export function useDraftEditor(session: number, id: string | null) {
  const stored = useLiveQuery(openDraftQuery, id === null ? null : { id });
  const [fields, setFields] = useState<DraftFields | null>(() => (id === null ? newDraftFields() : null));
  const [saveState, setSaveState] = useState<SaveState>('idle');
  const [saveError, setSaveError] = useState<ErrorData | null>(null);
  const current = useRef<{ id: string | null; fields: DraftFields | null; storedAt: number; closed: boolean }>({
    id,
    fields,
    storedAt: 0,
    closed: false,
  });

  const autosave = useMemo(
    () =>
      createAutosave<DraftFields>({
        delayMs: PAUSE_MS,
        onState: setSaveState,
        save: async (value) => {
          const answer = await call('saveDraft', { id: current.current.id, fields: value });
          setSaveError(answer.ok ? null : answer.error);
          if (!answer.ok) {
            // Nobody would see the notice in the panel any more.
            if (current.current.closed) showError(answer.error);
            return false;
          }
          current.current.storedAt = answer.value.updatedAt;
          if (current.current.id === null) {
            current.current.id = answer.value.id;
            nameNewDraft(session, answer.value.id);
          }
          return true;
        },
      }),
    [session],
  );

  // Stored words replace what is shown only when nothing newer was typed here.
  const view: DraftView | null = stored.value !== null && stored.value.id === id ? stored.value : null;
  useEffect(() => {
    if (view === null || autosave.pending() || view.updatedAt < current.current.storedAt) return;
    current.current.fields = view.fields;
    setFields(view.fields);
  }, [view, autosave]);

  useEffect(() => {
    const store = () => void autosave.flush();
    const held = current.current;
    held.closed = false;
    const release = holdPendingEdits(autosave.flush);
    window.addEventListener('blur', store);
    window.addEventListener('pagehide', store);
    return () => {
      release();
      window.removeEventListener('blur', store);
      window.removeEventListener('pagehide', store);
      held.closed = true;
      store();
    };
  }, [autosave]);

  const change = useCallback(
    (patch: Partial<DraftFields>) => {
      if (current.current.fields === null) return;
      const next = { ...current.current.fields, ...patch };
      current.current.fields = next;
      setFields(next);
      autosave.change(next);
    },
    [autosave],
  );

  return {
    fields,
    view,
    readError: stored.error,
    saveState,
    saveError,
    change,
    flush: autosave.flush,
    pending: autosave.pending,
  };
}

/** A new draft starts with what can only be meant: the zone of this workspace, its one channel, its one place, and what
 * was clicked. */
function newDraftFields(): DraftFields {
  const catalog = catalogQuery.store.getState().value;
  const channel = catalog?.channels.length === 1 ? catalog.channels[0] : undefined;
  const place = catalog?.places.length === 1 ? catalog.places[0] : undefined;
  return {
    ...emptyDraftFields(),
    timeZone: stateQuery.store.getState().value?.defaultTimeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    channelId: channel?.id ?? null,
    placeId: place?.placeId ?? null,
    placeName: place?.name ?? null,
    countryCode: place?.countryCode ?? null,
    ...useDrafts.getState().editor?.given,
  };
}
