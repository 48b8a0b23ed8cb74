import { CirclePlay, Inbox, ListFilter, Pause, TriangleAlert } from 'lucide-react';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { ErrorData } from '#shared/errors.ts';
import { Button } from '../../components/Button.tsx';
import { Banner, EmptyState, ErrorState, Loading } from '../../components/Notices.tsx';
import { go } from '../../stores/navigation.ts';
import { usePagedQuery } from '../../stores/use-paged-query.ts';
import { t } from '../../texts/index.ts';
import { LaneBanner } from './LaneBanner.tsx';
import { LateBanner } from './LateBanner.tsx';
import { OperationList } from './OperationList.tsx';
import './Outbox.css';
import { OutboxDialogs } from './OutboxDialogs.tsx';
import { OutboxSelectionBar } from './OutboxSelectionBar.tsx';
import { OutboxToolbar } from './OutboxToolbar.tsx';
import { filterOutbox, outboxQuery, setPaused, toFilter, useOutbox } from './outbox-store.ts';
import { SendingProgress } from './SendingProgress.tsx';
import { StateFilter } from './StateFilter.tsx';

/** Everything that was published: on its way, arrived, or waiting for a decision. */
export function Outbox() {
  const { shown, search } = useOutbox();
  const { newest, error } = usePagedQuery(outboxQuery, toFilter({ shown, search }));
  const paused = newest?.lane.condition === 'pausedByPerson';
  const all = newest === null ? 0 : Object.values(newest.counts).reduce((sum, n) => sum + n, 0);

  return (
    <section className="view outbox" aria-labelledby="outbox-title">
      <header className="view-header">
        <h1 id="outbox-title">{t.outbox.title}</h1>
        <span className="view-header-space" />
        {newest !== null && (
          <Button icon={paused ? CirclePlay : Pause} onClick={() => void setPaused(!paused)}>
            {paused ? t.outbox.resume : t.outbox.pause}
          </Button>
        )}
      </header>
      {newest !== null && <Top page={newest} all={all} error={error} />}
      {error !== null && newest === null && <ErrorState error={error} onRetry={outboxQuery.refetch} />}
      {error === null && newest === null && <Loading />}
      {newest !== null && newest.total > 0 && <OperationList key={`${shown} ${search}`} total={newest.total} />}
      {newest !== null && newest.total === 0 && (all === 0 ? <NothingYet /> : <NoneHere />)}
      <OutboxSelectionBar />
      <OutboxDialogs />
    </section>
  );
}

function Top({ page, all, error }: { page: CallOutput<'listOperations'>; all: number; error: ErrorData | null }) {
  return (
    <div className="outbox-top">
      {error !== null && (
        <Banner
          tone="bad"
          icon={TriangleAlert}
          title={t.outbox.stale}
          action={
            <Button size="sm" onClick={outboxQuery.refetch}>
              {t.actions.tryAgain}
            </Button>
          }
        >
          {error.message}
        </Banner>
      )}
      <LaneBanner lane={page.lane} />
      <LateBanner asking={page.asking} />
      <SendingProgress page={page} />
      {all > 0 && (
        <>
          <OutboxToolbar page={page} />
          <StateFilter counts={page.counts} all={all} asking={page.asking} />
        </>
      )}
    </div>
  );
}

function NothingYet() {
  return (
    <EmptyState
      icon={Inbox}
      title={t.outbox.emptyTitle}
      actions={<Button onClick={() => go('drafts')}>{t.outbox.emptyAction}</Button>}
    >
      {t.outbox.emptyWords}
    </EmptyState>
  );
}

function NoneHere() {
  return (
    <EmptyState
      icon={ListFilter}
      title={t.outbox.noneTitle}
      actions={<Button onClick={() => filterOutbox({ shown: null, search: '' })}>{t.outbox.showAll}</Button>}
    >
      {t.outbox.noneWords}
    </EmptyState>
  );
}
