import { ListFilter, RotateCcw, Trash2 } from 'lucide-react';
import { Button } from '../../components/Button.tsx';
import { EmptyState, ErrorState, Loading } from '../../components/Notices.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { go } from '../../stores/navigation.ts';
import { usePagedQuery } from '../../stores/use-paged-query.ts';
import { t } from '../../texts/index.ts';
import { DeleteForGood } from './DeleteForGood.tsx';
import './Trash.css';
import { TrashList } from './TrashList.tsx';
import { TrashSelectionBar } from './TrashSelectionBar.tsx';
import { askForGood, restoreAll, searchTrash, trashQuery, useTrash } from './trash-store.ts';

/** What was deleted, until it is restored or deleted for good. */
export function Trash() {
  const search = useTrash((state) => state.search);
  const { newest, error } = usePagedQuery(trashQuery, { search });
  const total = newest?.total ?? 0;
  return (
    <section className="view trash" aria-labelledby="trash-title">
      <header className="view-header">
        <h1 id="trash-title">{t.trash.title}</h1>
        <span className="view-header-count numeric" role="status">
          {total > 0 && t.trash.total(total)}
        </span>
        <span className="view-header-space" />
        {total > 0 && (
          <>
            <Button icon={RotateCcw} onClick={() => void restoreAll()}>
              {t.trash.restoreAll}
            </Button>
            {search === '' && (
              <Button look="quiet" icon={Trash2} onClick={() => void askForGood({ kind: 'all' })}>
                {t.trash.empty}
              </Button>
            )}
          </>
        )}
      </header>
      {(total > 0 || search !== '') && (
        <div className="trash-search">
          <SearchBox label={t.trash.search} search={search} onSearch={searchTrash} />
        </div>
      )}
      {error !== null && newest === null && <ErrorState error={error} onRetry={trashQuery.refetch} />}
      {error === null && newest === null && <Loading />}
      {total > 0 && <TrashList total={total} />}
      {newest !== null && total === 0 && (search === '' ? <NothingHere /> : <NoneFound />)}
      <TrashSelectionBar />
      <DeleteForGood />
    </section>
  );
}

function NothingHere() {
  return (
    <EmptyState
      icon={Trash2}
      title={t.trash.emptyTitle}
      actions={<Button onClick={() => go('drafts')}>{t.app.views.drafts}</Button>}
    >
      {t.trash.emptyWords}
    </EmptyState>
  );
}

function NoneFound() {
  return (
    <EmptyState
      icon={ListFilter}
      title={t.trash.noneTitle}
      actions={<Button onClick={() => searchTrash('')}>{t.trash.showAll}</Button>}
    >
      {t.trash.noneWords}
    </EmptyState>
  );
}
