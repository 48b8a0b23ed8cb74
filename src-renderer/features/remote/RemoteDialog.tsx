import { type RemoteEvent, type RemoteList, standings } from '#shared/remote/remote-event.ts';
import { Button } from '../../components/Button.tsx';
import { Modal } from '../../components/Modal.tsx';
import { ErrorState, Loading } from '../../components/Notices.tsx';
import { SelectBox } from '../../components/SelectBox.tsx';
import { useLiveQuery } from '../../stores/live-query.ts';
import { t } from '../../texts/index.ts';
import { showDraft } from '../drafts/drafts-store.ts';
import './RemoteDialog.css';
import { adopt, closeRemote, MOST_SHOWN, readRemote, remoteQuery, useRemote } from './remote-store.ts';

const choices = [
  { value: null, label: t.remote.all },
  ...standings.map((standing) => ({ value: standing as string, label: t.remote.standings[standing] })),
];

/** What is on the platform, beside what was published from here. */
export function RemoteDialog() {
  const { open, reading, standing } = useRemote();
  const { value, error } = useLiveQuery(remoteQuery, open ? { standing } : null);
  return (
    <Modal
      open={open}
      onClose={closeRemote}
      title={t.remote.title}
      description={t.remote.words}
      actions={
        <>
          <Button busy={reading} onClick={() => void readRemote()}>
            {t.remote.read}
          </Button>
          <Button look="primary" onClick={closeRemote}>
            {t.remote.done}
          </Button>
        </>
      }
    >
      <SelectBox
        label={t.remote.show}
        size="sm"
        choices={choices as { value: string | null; label: string }[]}
        value={standing as string | null}
        onChange={(next) => useRemote.setState({ standing: standings.find((one) => one === next) ?? null })}
      />
      {error !== null && <ErrorState error={error} onRetry={remoteQuery.refetch} />}
      {value === null && error === null && <Loading />}
      {value !== null && <Events list={value} reading={reading} />}
    </Modal>
  );
}

function Events({ list, reading }: { list: RemoteList; reading: boolean }) {
  const { tracked, changed, elsewhere } = list.counts;
  return (
    <>
      <p role="status">
        {reading && t.remote.reading}
        {!reading &&
          (list.readAt === null ? t.remote.never : t.remote.sum(tracked, changed, elsewhere, list.gone.length))}
        {!reading && list.readAt !== null && !list.complete && ` ${t.remote.incomplete}`}
      </p>
      <ul className="remote-events" aria-busy={reading}>
        {list.events.map((event) => (
          <Event key={event.remoteId} event={event} />
        ))}
        {list.gone.map(({ remoteId, draftId, title }) => (
          <li key={remoteId} className="remote-event">
            <div>
              <strong>
                <bdi>{title}</bdi>
              </strong>
              <p>{t.remote.gone(remoteId)}</p>
            </div>
            <ShowDraft draftId={draftId} title={title} />
          </li>
        ))}
      </ul>
      {list.total > MOST_SHOWN && <p>{t.remote.more(list.total - MOST_SHOWN)}</p>}
    </>
  );
}

function Event({ event }: { event: RemoteEvent }) {
  const { remoteId, title, startAt, status, standing, draftId, differences } = event;
  const name = title ?? t.untitled;
  return (
    <li className="remote-event">
      <div>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <p>{[t.remote.standings[standing], startAt, status].filter((part) => part !== null).join(' · ')}</p>
        {differences.map(({ field, sent, there }) => (
          <p key={field} className="remote-difference">
            {t.remote.difference(field, sent, there)}
          </p>
        ))}
      </div>
      {draftId === null ? (
        <AdoptButton name={name} remoteId={remoteId} />
      ) : (
        <ShowDraft draftId={draftId} title={name} />
      )}
    </li>
  );
}

/** Several buttons say the same: each names its event for those who only hear it. */
function AdoptButton({ name, remoteId }: { name: string; remoteId: string }) {
  return (
    <Button size="sm" aria-label={t.remote.adoptNamed(name)} onClick={() => void adopt(remoteId)}>
      {t.remote.adopt}
    </Button>
  );
}

function ShowDraft({ draftId, title }: { draftId: string; title: string }) {
  const show = () => {
    closeRemote();
    showDraft(draftId);
  };
  return (
    <Button size="sm" aria-label={t.remote.showDraftNamed(title)} onClick={show}>
      {t.remote.showDraft}
    </Button>
  );
}
