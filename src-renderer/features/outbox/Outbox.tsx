import { CirclePlay, Inbox, ListFilter, Pause } from 'lucide-react';
import { Button } from '../../components/Button.tsx';
import { EmptyState, ErrorState, Loading } from '../../components/Notices.tsx';
import { ProgressBar } from '../../components/ProgressBar.tsx';
import { go } from '../../stores/navigation.ts';
import { usePagedQuery } from '../../stores/use-paged-query.ts';
import { t } from '../../texts/index.ts';
import { LaneBanner } from './LaneBanner.tsx';
import { OperationList } from './OperationList.tsx';
import './Outbox.css';
import { outboxQuery, setPaused, useOutbox } from './outbox-store.ts';
import { StateFilter } from './StateFilter.tsx';

/** Everything that was published: on its way, arrived, or waiting for a decision. */
export function Outbox() {
  const { state, batch } = useOutbox();
  const { newest, error } = usePagedQuery(outboxQuery, { states: state === null ? [] : [state] });
  const paused = newest?.lane.condition === 'pausedByPerson';
  const all = newest === null ? 0 : Object.values(newest.counts).reduce((sum, n) => sum + n, 0);

  return (
    <section className="view" aria-labelledby="outbox-title">
      <header className="view-header">
        <h1 id="outbox-title">{t.outbox.title}</h1>
        <span className="view-header-space" />
        {newest !== null && (
          <Button icon={paused ? CirclePlay : Pause} onClick={() => void setPaused(!paused)}>
            {paused ? t.outbox.resume : t.outbox.pause}
          </Button>
        )}
      </header>
      {newest !== null && (
        <div className="outbox-top">
          <LaneBanner lane={newest.lane} />
          {batch !== null && (
            <ProgressBar
              label={batch.done === batch.total ? t.outbox.progressDone : t.outbox.progress}
              done={batch.done}
              total={batch.total}
              text={batch.done === batch.total ? '' : t.outbox.progressText(batch.done, batch.total)}
            />
          )}
          {all > 0 && <StateFilter counts={newest.counts} all={all} />}
        </div>
      )}
      {error !== null && newest === null && <ErrorState error={error} onRetry={outboxQuery.refetch} />}
      {error === null && newest === null && <Loading />}
      {newest !== null && newest.total > 0 && <OperationList total={newest.total} />}
      {newest !== null && newest.total === 0 && (all === 0 ? <NothingYet /> : <NoneHere />)}
    </section>
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
      actions={<Button onClick={() => useOutbox.setState({ state: null })}>{t.outbox.showAll}</Button>}
    >
      {t.outbox.noneWords}
    </EmptyState>
  );
}
