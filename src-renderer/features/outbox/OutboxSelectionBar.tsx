import { Ban, RotateCw, Send, X } from 'lucide-react';
import { Button, IconButton } from '../../components/Button.tsx';
import '../../components/SelectionBar.css';
import { t } from '../../texts/index.ts';
import { cancelEntries, retryEntries } from './actions.ts';
import { type EntryAction, fits } from './fits.ts';
import { useOutbox } from './outbox-store.ts';
import { clearSelection } from './selection.ts';

/** What can be done with the selected entries: a button only for what fits at least one of them. */
export function OutboxSelectionBar() {
  const selection = useOutbox((view) => view.selection);
  const entries = [...selection.values()];
  const fitting = (action: EntryAction) => entries.filter((entry) => fits(action, entry));
  const again = fitting('tryAgain');
  const late = fitting('sendAnyway');
  const back = fitting('putBack');
  const n = entries.length;
  return (
    <>
      <p className="visually-hidden" role="status">
        {n > 0 && t.outbox.bulk.selected(n)}
      </p>
      {n > 0 && (
        <div className="selection-bar" role="toolbar" aria-label={t.outbox.bulk.selectionBar}>
          <span className="selection-count numeric" aria-hidden="true">
            {t.outbox.bulk.selected(n)}
          </span>
          {again.length > 0 && (
            <Button size="sm" icon={RotateCw} onClick={() => void retryEntries(again)}>
              {t.outbox.tryAgain}
            </Button>
          )}
          {late.length > 0 && (
            <Button size="sm" icon={Send} onClick={() => void retryEntries(late)}>
              {t.outbox.sendAnyway}
            </Button>
          )}
          {back.length > 0 && (
            <Button size="sm" icon={Send} onClick={() => void retryEntries(back)}>
              {t.outbox.putBack}
            </Button>
          )}
          {fitting('cancel').length > 0 && (
            <Button size="sm" look="danger" icon={Ban} onClick={() => void cancelEntries(entries)}>
              {t.outbox.cancel}
            </Button>
          )}
          <IconButton icon={X} label={t.outbox.bulk.clearSelection} onClick={clearSelection} />
        </div>
      )}
    </>
  );
}
