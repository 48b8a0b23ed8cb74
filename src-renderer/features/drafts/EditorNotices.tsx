import { CircleCheck, Lock, OctagonX, TriangleAlert } from 'lucide-react';
import type { DraftView } from '#shared/contract/views.ts';
import type { ErrorData } from '#shared/errors.ts';
import { Button } from '../../components/Button.tsx';
import { Banner } from '../../components/Notices.tsx';
import { t } from '../../texts/index.ts';

type Props = {
  view: DraftView | null;
  lockedReason: string | null;
  saveError: ErrorData | null;
  onSaveAgain: () => void;
};

/** What one must know before typing: why it is locked, why it was refused, that a change is not stored. */
export function EditorNotices({ view, lockedReason, saveError, onSaveAgain }: Props) {
  const delivered = view?.status === 'delivered' && view.remoteId !== null;
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
      {delivered && (
        <Banner tone="good" icon={CircleCheck} title={t.editor.onPlatform(view.remoteId ?? '')}>
          {lockedReason}
        </Banner>
      )}
      {lockedReason !== null && !delivered && (
        <Banner icon={Lock} title={t.editor.locked}>
          {lockedReason}
        </Banner>
      )}
      {view?.status === 'rejected' && view.error !== null && (
        <Banner tone="bad" icon={OctagonX} title={t.editor.refused}>
          {view.error.message}
        </Banner>
      )}
    </div>
  );
}
