import { Combobox } from '@base-ui/react/combobox';
import { X } from 'lucide-react';
import { useState } from 'react';
import { t } from '../texts/index.ts';
import type { ComboChoice } from './ComboBox.tsx';
import { ComboPopup } from './ComboPopup.tsx';
import { keepValueOnEscape } from './combo-keys.ts';
import './ComboBox.css';
import './Field.css';

type Props = {
  id?: string | undefined;
  describedBy?: string | undefined;
  choices: ComboChoice[];
  values: string[];
  onChange: (values: string[]) => void;
  placeholder?: string;
  disabled?: boolean;
};

/**
 * Several choices among many, as chips. A word that is not in the list may be added as well: the list may be old or
 * not yet read when one works offline.
 */
export function ChipBox({ id, describedBy, choices, values, onChange, placeholder, disabled = false }: Props) {
  const [query, setQuery] = useState('');
  const labels = new Map(choices.map((choice) => [choice.value, choice.label]));
  const typed = query.trim();
  const isNew = typed !== '' && !labels.has(typed) && !values.includes(typed) && ![...labels.values()].includes(typed);
  const items = [...new Set([...labels.keys(), ...values, ...(isNew ? [typed] : [])])];
  const labelOf = (value: string) => labels.get(value) ?? value;
  return (
    <Combobox.Root<string, true>
      multiple
      items={items}
      value={values}
      onValueChange={(next) => {
        onChange(next);
        setQuery('');
      }}
      inputValue={query}
      onInputValueChange={setQuery}
      itemToStringLabel={labelOf}
      disabled={disabled}
      autoHighlight
    >
      <Combobox.Chips className="input combo-chips">
        {values.map((value) => (
          <Combobox.Chip key={value} className="combo-chip" aria-label={labelOf(value)}>
            <bdi>{labelOf(value)}</bdi>
            {!disabled && (
              <Combobox.ChipRemove className="combo-chip-remove" aria-label={t.actions.removeNamed(labelOf(value))}>
                <X aria-hidden="true" size={12} />
              </Combobox.ChipRemove>
            )}
          </Combobox.Chip>
        ))}
        <Combobox.Input
          id={id}
          aria-describedby={describedBy}
          className="combo-chip-input"
          placeholder={values.length === 0 ? placeholder : ''}
          dir="auto"
          spellCheck={false}
          onKeyDown={keepValueOnEscape}
        />
      </Combobox.Chips>
      <ComboPopup<string> keyOf={(value) => value}>
        {(value) => (
          <span className="popup-item-text">
            {isNew && value === typed ? t.actions.addNamed(value) : <bdi>{labelOf(value)}</bdi>}
          </span>
        )}
      </ComboPopup>
    </Combobox.Root>
  );
}
