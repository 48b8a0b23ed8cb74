import { RotateCcw, Trash2, X } from 'lucide-react';
import { Button, IconButton } from '../../components/Button.tsx';
import '../../components/SelectionBar.css';
import { t } from '../../texts/index.ts';
import { askForGood, clearTrashSelection, restore, useTrash } from './trash-store.ts';

/** What can be done with the selected deleted drafts. */
export function TrashSelectionBar() {
  const selection = useTrash((state) => state.selection);
  const n = selection.size;
  return (
    <>
      <p className="visually-hidden" role="status">
        {n > 0 && t.trash.selected(n)}
      </p>
      {n > 0 && (
        <div className="selection-bar" role="toolbar" aria-label={t.trash.selectionBar}>
          <span className="selection-count numeric" aria-hidden="true">
            {t.trash.selected(n)}
          </span>
          <Button size="sm" look="primary" icon={RotateCcw} onClick={() => void restore([...selection])}>
            {t.trash.restore}
          </Button>
          <Button
            size="sm"
            look="danger"
            icon={Trash2}
            onClick={() => void askForGood({ kind: 'drafts', ids: [...selection] })}
          >
            {t.trash.forGood}
          </Button>
          <IconButton icon={X} label={t.trash.clearSelection} onClick={clearTrashSelection} />
        </div>
      )}
    </>
  );
}
