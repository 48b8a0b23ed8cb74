import { Menu } from '@base-ui/react/menu';
import { CopyPlus } from 'lucide-react';
import '../../components/Popup.css';
import { t } from '../../texts/index.ts';
import { duplicateDrafts } from './duplicate-drafts.ts';

/** Copies of the selected drafts: the same day, or on the same weekday later on. */
export function CopyMenu({ ids }: { ids: string[] }) {
  const targets = [
    { words: t.drafts.copy.sameDay, shiftDays: 0 },
    { words: t.drafts.copy.nextWeek, shiftDays: 7 },
    { words: t.drafts.copy.nextYear, shiftDays: 52 * 7 },
  ];
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className="button button-secondary button-sm">
        <CopyPlus aria-hidden="true" size={16} />
        {t.drafts.copy.action}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="popup-positioner" sideOffset={4} align="start">
          <Menu.Popup className="popup">
            {targets.map(({ words, shiftDays }) => (
              <Menu.Item className="popup-item" key={words} onClick={() => void duplicateDrafts(ids, shiftDays)}>
                {words}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
