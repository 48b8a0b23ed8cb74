import { create } from 'zustand';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { DraftStatus, DraftView } from '#shared/contract/views.ts';
import type { DraftFields } from '#shared/drafts/draft.ts';
import { call } from '../../stores/bridge.ts';
import { createLiveQuery, onWorkspaceChanged } from '../../stores/live-query.ts';
import { go } from '../../stores/navigation.ts';
import { createPagedQuery } from '../../stores/paged-query.ts';

export type DraftFilter = { search: string; status: DraftStatus | null; importId: string | null };

type DraftsView = DraftFilter & {
  selection: ReadonlySet<string>;
  /** The row that the keyboard is on, and where a range began. */
  cursor: number;
  anchor: number;
  /** The open editor. A new draft gets its id with its first save, within the same session. */
  editor: { session: number; id: string | null; focus: boolean; given?: Partial<DraftFields> } | null;
};

const initial: DraftsView = {
  search: '',
  status: null,
  importId: null,
  selection: new Set(),
  cursor: 0,
  anchor: 0,
  editor: null,
};

/** What the drafts view shows and what is selected in it. */
export const useDrafts = create<DraftsView>(() => initial);
onWorkspaceChanged(() => useDrafts.setState(initial));

/** The list, read page by page. */
export const draftsQuery = createPagedQuery<DraftFilter, DraftView, CallOutput<'listDrafts'>>({
  topics: ['drafts', 'outbox', 'imports'],
  run: (filter, page) => call('listDrafts', { ...filter, ...page }),
});

/** The draft that is open in the editor. */
export const openDraftQuery = createLiveQuery({
  topics: ['drafts', 'outbox'],
  run: (input: { id: string }) => call('getDraft', input),
  forgetOnChange: true,
});

/** Changes what the list shows; the selection belongs to what was shown before and ends. */
export function filterDrafts(change: Partial<DraftFilter>): void {
  useDrafts.setState({ ...change, selection: new Set(), cursor: 0, anchor: 0 });
}

let sessions = 0;

/** Opens a draft in the editor. `focus` moves the keyboard there. */
export function openDraft(id: string, focus: boolean): void {
  const { editor } = useDrafts.getState();
  const session = editor?.id === id ? editor.session : ++sessions;
  useDrafts.setState({ editor: { session, id, focus } });
}

/** Opens the editor for a draft that does not exist yet. It does with its first word. */
export function startDraft(): void {
  startDraftWith({});
}

/** The same, with fields that are known already, such as the day that was clicked. */
export function startDraftWith(given: Partial<DraftFields>): void {
  go('drafts');
  useDrafts.setState({ editor: { session: ++sessions, id: null, focus: true, given } });
}

/** The new draft of this session was stored for the first time. */
export function nameNewDraft(session: number, id: string): void {
  const { editor } = useDrafts.getState();
  if (editor?.session === session) useDrafts.setState({ editor: { ...editor, id } });
}

/** Closes the editor, if it is still this one that is open. */
export function closeEditor(session: number): void {
  if (useDrafts.getState().editor?.session === session) useDrafts.setState({ editor: null });
}

/** Shows one draft from elsewhere in the app: the list without filters, the editor open. */
export function showDraft(id: string): void {
  filterDrafts({ search: '', status: null, importId: null });
  go('drafts');
  openDraft(id, true);
}

/** Shows the drafts of one import. */
export function showImport(importId: string): void {
  filterDrafts({ search: '', status: null, importId });
  go('drafts');
}
