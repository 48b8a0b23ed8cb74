import { Button } from '../../../components/Button.tsx';
import { Modal } from '../../../components/Modal.tsx';
import { formatLocalLine } from '../../../texts/format.ts';
import { t } from '../../../texts/index.ts';
import { showDraft } from '../../drafts/drafts-store.ts';
import { useImport } from '../import-store.ts';

/** What stays of an import that was taken back: published, or maybe published, and therefore never removed. */
export function StayedDialog() {
  const stayed = useImport((state) => state.stayed);
  if (stayed === null) return null;
  const close = () => useImport.setState({ stayed: null });
  const more = stayed.kept - stayed.drafts.length;
  return (
    <Modal
      open
      onClose={close}
      title={t.import.stayedTitle(stayed.kept)}
      description={t.import.undone(stayed.removed, stayed.kept)}
      actions={
        <Button look="primary" onClick={close}>
          {t.actions.close}
        </Button>
      }
    >
      <ul className="stayed-drafts">
        {stayed.drafts.map(({ draftId, title, startLocal, why }) => (
          <li key={draftId}>
            <button
              type="button"
              className="stayed-draft"
              onClick={() => {
                close();
                showDraft(draftId);
              }}
            >
              <bdi>{title.trim() || t.untitled}</bdi>
              {startLocal !== null && <span className="numeric">{formatLocalLine(startLocal)}</span>}
            </button>
            <span className="plan-reason">{why}</span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="plan-part">{t.import.stayedMore(more)}</p>}
    </Modal>
  );
}
