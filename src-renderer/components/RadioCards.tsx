import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useId } from 'react';
import './RadioCards.css';

type Props<Value extends string> = {
  label: string;
  choices: { value: Value; label: string; note?: string }[];
  value: Value | null;
  onChange: (value: Value) => void;
  disabled?: boolean;
};

/** A choice of one among two or three, all visible. */
export function RadioCards<Value extends string>({ label, choices, value, onChange, disabled = false }: Props<Value>) {
  const id = useId();
  return (
    <RadioGroup
      className="radio-cards"
      aria-label={label}
      value={value ?? ''}
      onValueChange={(next) => onChange(next as Value)}
      disabled={disabled}
    >
      {choices.map((choice) => (
        // The whole card is the label: a large target, and the radio gets its name from it.
        <label key={choice.value} className="radio-card" htmlFor={`${id}-${choice.value}`}>
          <Radio.Root id={`${id}-${choice.value}`} value={choice.value} className="radio" nativeButton={false}>
            <Radio.Indicator className="radio-dot" />
          </Radio.Root>
          <span>
            <span className="radio-card-label">{choice.label}</span>
            {choice.note && <span className="radio-card-note">{choice.note}</span>}
          </span>
        </label>
      ))}
    </RadioGroup>
  );
}
