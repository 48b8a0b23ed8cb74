import { Combobox } from '@base-ui/react/combobox';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../texts/index.ts';
import './Popup.css';

type Props<Item> = {
  keyOf: (item: Item) => string;
  /** What a row shows before its check mark. */
  children: (item: Item) => ReactNode;
};

/** The list below a combobox, for one choice or several. */
export function ComboPopup<Item>({ keyOf, children }: Props<Item>) {
  return (
    <Combobox.Portal>
      <Combobox.Positioner className="popup-positioner" sideOffset={4} align="start">
        <Combobox.Popup className="popup">
          <Combobox.Empty className="popup-empty">{t.nothingFound}</Combobox.Empty>
          <Combobox.List>
            {(item: Item) => (
              <Combobox.Item key={keyOf(item)} value={item} className="popup-item">
                {children(item)}
                <Combobox.ItemIndicator className="popup-item-mark">
                  <Check aria-hidden="true" size={14} />
                </Combobox.ItemIndicator>
              </Combobox.Item>
            )}
          </Combobox.List>
        </Combobox.Popup>
      </Combobox.Positioner>
    </Combobox.Portal>
  );
}
