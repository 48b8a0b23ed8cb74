import { Menu } from '@base-ui/react/menu';
import { Ellipsis } from 'lucide-react';
import type { OperationView } from '#shared/contract/outbox-views.ts';
import '../../components/Popup.css';
import { askToPublishAsNew } from '../../stores/publishing.ts';
import { t } from '../../texts/index.ts';
import { showDraft } from '../drafts/drafts-store.ts';
import { copyTitle } from './actions.ts';

/** What is seldom wanted: the draft, its title, a second event. */
export function EntryMenu({ operation, tabbable }: { operation: OperationView; tabbable: boolean }) {
  const title = operation.title.trim() || t.untitled;
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger
        className="icon-button"
        aria-label={t.outbox.menu.label(title)}
        title={t.outbox.menu.short}
        tabIndex={tabbable ? 0 : -1}
      >
        <Ellipsis aria-hidden="true" size={16} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="popup-positioner" sideOffset={4} align="end">
          <Menu.Popup className="popup">
            <Menu.Item className="popup-item" onClick={() => showDraft(operation.draftId)}>
              {t.outbox.menu.showDraft}
            </Menu.Item>
            <Menu.Item className="popup-item" onClick={() => copyTitle(title)}>
              {t.outbox.menu.copyTitle}
            </Menu.Item>
            {operation.state === 'delivered' && (
              <>
                <Menu.Separator className="popup-separator" />
                <Menu.Item
                  className="popup-item"
                  onClick={() => askToPublishAsNew({ draftId: operation.draftId, title, remoteId: operation.remoteId })}
                >
                  {t.publish.asNew.action}
                </Menu.Item>
              </>
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
