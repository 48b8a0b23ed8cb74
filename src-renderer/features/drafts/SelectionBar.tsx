import { Send, Trash2, X } from 'lucide-react';
import { Button, IconButton } from '../../components/Button.tsx';
import '../../components/SelectionBar.css';
import { askToPublish } from '../../stores/publishing.ts';
import { t } from '../../texts/index.ts';
import { CopyMenu } from './CopyMenu.tsx';
import { useDrafts } from './drafts-store.ts';
import { MoveDates } from './MoveDates.tsx';
import { removeDrafts } from './remove-drafts.ts';
import { clearSelection } from './selection.ts';

/** What can be done with the selected drafts. */
export function SelectionBar() {
  const selection = useDrafts((state) => state.selection);
  const n = selection.size;
  return (
    <>
      <p className="visually-hidden" role="status">
        {n > 0 && t.drafts.selected(n)}
      </p>
      {n > 0 && (
        <div className="selection-bar" role="toolbar" aria-label={t.drafts.selectionBar}>
          <span className="selection-count numeric" aria-hidden="true">
            {t.drafts.selected(n)}
          </span>
          <Button
            size="sm"
            look="primary"
            icon={Send}
            onClick={() => void askToPublish({ kind: 'drafts', draftIds: [...selection] })}
          >
            {t.drafts.publishSelected}
          </Button>
          <MoveDates ids={[...selection]} />
          <CopyMenu ids={[...selection]} />
          <Button size="sm" look="danger" icon={Trash2} onClick={() => void removeDrafts([...selection])}>
            {t.drafts.deleteSelected}
          </Button>
          <IconButton icon={X} label={t.drafts.clearSelection} onClick={clearSelection} />
        </div>
      )}
    </>
  );
}
