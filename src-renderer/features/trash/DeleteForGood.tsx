import { useRef } from 'react';
import { Button } from '../../components/Button.tsx';
import { Modal } from '../../components/Modal.tsx';
import { t } from '../../texts/index.ts';
import { deleteForGood, stopAsking, useTrash } from './trash-store.ts';

/** The only step in the app that cannot be undone: it is asked, with figures, and the way out has the keyboard. */
export function DeleteForGood() {
  const asked = useTrash((state) => state.asked);
  const cancel = useRef<HTMLButtonElement>(null);
  const deleted = asked?.preview.deleted ?? 0;
  const kept = asked?.preview.kept ?? 0;
  return (
    <Modal
      open={asked !== null}
      onClose={stopAsking}
      initialFocus={cancel}
      title={t.trash.askTitle}
      description={deleted > 0 ? t.trash.ask(deleted) : t.trash.askNone}
      actions={
        <>
          <Button ref={cancel} onClick={stopAsking}>
            {t.actions.cancel}
          </Button>
          {asked !== null && deleted > 0 && (
            <Button look="danger" onClick={() => void deleteForGood(asked.which)}>
              {t.trash.confirm(deleted)}
            </Button>
          )}
        </>
      }
    >
      {deleted > 0 && kept > 0 && <p>{t.trash.askKept(kept)}</p>}
    </Modal>
  );
}
