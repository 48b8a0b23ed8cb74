import { CircleCheck, Lock, OctagonX, TriangleAlert } from 'lucide-react';
import type { DraftView } from '#shared/contract/views.ts';
import type { ErrorData } from '#shared/errors.ts';
import { Button } from '../../components/Button.tsx';
import { Banner } from '../../components/Notices.tsx';
import { askToPublishAsNew } from '../../stores/publishing.ts';
import { t } from '../../texts/index.ts';
import { showInOutbox } from '../outbox/outbox-store.ts';
import { VisitorsView } from './VisitorsView.tsx';

type Props = {
  view: DraftView | null;
  lockedReason: string | null;
  saveError: ErrorData | null;
  onSaveAgain: () => void;
};

/** What one must know before typing: why it is locked and what to do next, why it was refused, what is not stored. */
export function EditorNotices({ view, lockedReason, saveError, onSaveAgain }: Props) {
  return (
    <div className="editor-notices" role="status">
      {saveError !== null && (
        <Banner
          tone="bad"
          icon={TriangleAlert}
          title={t.editor.saveFailed}
          action={
            <Button size="sm" onClick={onSaveAgain}>
              {t.actions.tryAgain}
            </Button>
          }
        >
          {saveError.message}
        </Banner>
      )}
      {view?.status === 'delivered' && <Delivered view={view} lockedReason={lockedReason} />}
      {lockedReason !== null && view?.status !== 'delivered' && (
        <Banner icon={Lock} title={t.editor.locked}>
          {lockedReason}
          {view !== null && <NextStep view={view} />}
        </Banner>
      )}
      {view?.status === 'rejected' && view.error !== null && (
        <Banner tone="bad" icon={OctagonX} title={t.editor.refused}>
          {view.error.message} {t.editor.refusedNext}
        </Banner>
      )}
    </div>
  );
}

function Delivered({ view, lockedReason }: { view: DraftView; lockedReason: string | null }) {
  const { id, fields, remoteId } = view;
  return (
    <Banner
      tone="good"
      icon={CircleCheck}
      title={remoteId === null ? t.editor.onPlatformByWord : t.editor.onPlatform(remoteId)}
    >
      {lockedReason}
      <span className="banner-next">
        <Button
          size="sm"
          onClick={() => askToPublishAsNew({ draftId: id, title: fields.title.trim() || t.untitled, remoteId })}
        >
          {t.publish.asNew.action}
        </Button>
        <VisitorsView key={id} draftId={id} />
      </span>
    </Banner>
  );
}

/** What unlocks it: the answer under way, or the person's own in the outbox. */
function NextStep({ view }: { view: DraftView }) {
  const { status, fields } = view;
  if (status === 'sending') return <span className="banner-next">{t.editor.lockedSending}</span>;
  if (status !== 'queued' && status !== 'needsReview') return null;
  return (
    <span className="banner-next">
      <Button size="sm" onClick={() => showInOutbox(status, fields.title.trim())}>
        {t.editor.showInOutbox}
      </Button>
    </span>
  );
}
