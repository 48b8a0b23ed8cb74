import { useRef, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Modal } from '../../components/Modal.tsx';
import { call } from '../../stores/bridge.ts';
import { closePublishAsNew, type Original, usePublishing } from '../../stores/publishing.ts';
import { showError, showNote } from '../../stores/toasts.ts';
import { t } from '../../texts/index.ts';
import { showDraft } from '../drafts/drafts-store.ts';

/** The one way to a second event of a delivered draft: it names the first one, and nothing is pressed by accident. */
export function PublishAsNewDialog() {
  const original = usePublishing((state) => state.original);
  const [shown, setShown] = useState<Original | null>(null);
  if (original !== null && original !== shown) setShown(original);
  return shown === null ? null : <AsNewModal open={original !== null} original={shown} />;
}

function AsNewModal({ open, original }: { open: boolean; original: Original }) {
  const back = useRef<HTMLButtonElement>(null);
  const [busy, setBusy] = useState(false);
  const words = t.publish.asNew;

  async function confirm() {
    setBusy(true);
    const answer = await call('publishAsNew', { draftId: original.draftId, confirmed: true });
    setBusy(false);
    closePublishAsNew();
    if (!answer.ok) return showError(answer.error);
    showDraft(answer.value.id);
    showNote(words.done);
  }

  return (
    <Modal
      open={open}
      onClose={closePublishAsNew}
      initialFocus={back}
      title={words.title}
      description={
        <>
          <strong>
            <bdi>{original.title}</bdi>
          </strong>{' '}
          {original.remoteId === null ? words.thereByWord : words.there(original.remoteId)}
        </>
      }
      actions={
        <>
          <Button ref={back} onClick={closePublishAsNew}>
            {t.actions.cancel}
          </Button>
          <Button look="danger" busy={busy} onClick={() => void confirm()}>
            {words.confirm}
          </Button>
        </>
      }
    >
      <p>{words.words}</p>
      <p className="modal-description">{words.how}</p>
    </Modal>
  );
}
