import { CalendarPlus, FileDown, SearchX } from 'lucide-react';
import { Button } from '../../components/Button.tsx';
import { EmptyState, ErrorState, Loading } from '../../components/Notices.tsx';
import { go } from '../../stores/navigation.ts';
import { usePagedQuery } from '../../stores/use-paged-query.ts';
import { t } from '../../texts/index.ts';
import { Calendar } from '../calendar/Calendar.tsx';
import { useCalendar } from '../calendar/calendar-store.ts';
import { DraftList } from './DraftList.tsx';
import { DraftsToolbar } from './DraftsToolbar.tsx';
import './Drafts.css';
import { draftsQuery, filterDrafts, startDraft, useDrafts } from './drafts-store.ts';
import { EditorPanel } from './EditorPanel.tsx';
import { SelectionBar } from './SelectionBar.tsx';

/** The drafts as a list or a calendar, with the editor beside it. */
export function Drafts() {
  const { search, status, importId, editor } = useDrafts();
  const view = useCalendar((state) => state.view);
  const { newest, error } = usePagedQuery(draftsQuery, { search, status, importId });
  const filtered = search !== '' || status !== null || importId !== null;

  return (
    <div className="drafts">
      <section className="view drafts-main" aria-labelledby="drafts-title">
        <DraftsToolbar total={newest?.total ?? null} />
        {view !== 'list' && <Calendar view={view} />}
        {view === 'list' && error !== null && newest === null && (
          <ErrorState error={error} onRetry={draftsQuery.refetch} />
        )}
        {view === 'list' && error === null && newest === null && <Loading />}
        {view === 'list' && newest !== null && newest.total > 0 && <DraftList total={newest.total} />}
        {view === 'list' && newest !== null && newest.total === 0 && (filtered ? <NoneFound /> : <NoDrafts />)}
        {view === 'list' && <SelectionBar />}
      </section>
      {editor !== null && (
        <EditorPanel key={editor.session} session={editor.session} id={editor.id} focus={editor.focus} />
      )}
    </div>
  );
}

function NoDrafts() {
  return (
    <EmptyState
      icon={CalendarPlus}
      title={t.drafts.emptyTitle}
      actions={
        <>
          <Button icon={FileDown} look="primary" onClick={() => go('import')}>
            {t.drafts.emptyImport}
          </Button>
          <Button onClick={startDraft}>{t.drafts.newDraft}</Button>
        </>
      }
    >
      {t.drafts.emptyWords}
    </EmptyState>
  );
}

function NoneFound() {
  return (
    <EmptyState
      icon={SearchX}
      title={t.drafts.noneFound}
      actions={
        <Button onClick={() => filterDrafts({ search: '', status: null, importId: null })}>
          {t.drafts.clearFilters}
        </Button>
      }
    >
      {t.drafts.noneFoundWords}
    </EmptyState>
  );
}
