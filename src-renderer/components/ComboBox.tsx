import { Combobox } from '@base-ui/react/combobox';
import { ChevronsUpDown } from 'lucide-react';
import { t } from '../texts/index.ts';
import { ComboPopup } from './ComboPopup.tsx';
import { keepValueOnEscape } from './combo-keys.ts';
import './Field.css';
import './ComboBox.css';

export type ComboChoice = { value: string; label: string; note?: string };

type Props = {
  id?: string | undefined;
  describedBy?: string | undefined;
  choices: ComboChoice[];
  value: string | null;
  onChange: (value: string | null) => void;
  placeholder?: string;
  disabled?: boolean;
};

/** A choice of one among many: type to narrow the list. A value that the list does not know is shown as it is. */
export function ComboBox({ id, describedBy, choices, value, onChange, placeholder, disabled = false }: Props) {
  const known = choices.find((choice) => choice.value === value);
  const selected = known ?? (value === null ? null : { value, label: value });
  const items = known || selected === null ? choices : [selected, ...choices];
  return (
    <Combobox.Root<ComboChoice>
      items={items}
      value={selected}
      onValueChange={(next) => onChange(next?.value ?? null)}
      isItemEqualToValue={(a, b) => a.value === b.value}
      filter={matches}
      disabled={disabled}
      autoHighlight
    >
      <div className="combo">
        <Combobox.Input
          id={id}
          aria-describedby={describedBy}
          className="input combo-input"
          placeholder={placeholder}
          dir="auto"
          spellCheck={false}
          onKeyDown={keepValueOnEscape}
        />
        <Combobox.Trigger className="combo-trigger" aria-label={t.actions.showChoices}>
          <ChevronsUpDown aria-hidden="true" size={14} />
        </Combobox.Trigger>
      </div>
      <ComboPopup<ComboChoice> keyOf={(choice) => choice.value}>
        {(choice) => (
          <>
            <span className="popup-item-text">
              <bdi>{choice.label}</bdi>
            </span>
            {choice.note && <bdi className="popup-item-note">{choice.note}</bdi>}
          </>
        )}
      </ComboPopup>
    </Combobox.Root>
  );
}

/** Matches label, value and note, so that “new york” finds America/New_York and a place id finds its city. */
function matches(choice: ComboChoice, query: string): boolean {
  const words = fold(query).split(' ').filter(Boolean);
  const text = fold(`${choice.label} ${choice.value} ${choice.note ?? ''}`);
  return words.every((word) => text.includes(word));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[_/-]/g, ' ').toLowerCase();
}
