import { Select } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';
import type { ReactNode } from 'react';
import './Field.css';
import './Popup.css';
import './SelectBox.css';

export type Choice<Value> = { value: Value; label: string; icon?: ReactNode };

type Props<Value> = {
  id?: string | undefined;
  /** Name for assistive technology where no visible label is tied to `id`. */
  label?: string;
  describedBy?: string | undefined;
  choices: Choice<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  disabled?: boolean;
  size?: 'md' | 'sm';
};

/** A choice of one among few. Null may be one of the values. */
export function SelectBox<Value extends string | number | null>({
  id,
  label,
  describedBy,
  choices,
  value,
  onChange,
  disabled = false,
  size = 'md',
}: Props<Value>) {
  return (
    <Select.Root
      items={choices}
      value={value}
      onValueChange={(next) => onChange(next as Value)}
      disabled={disabled}
      modal={false}
    >
      <Select.Trigger
        id={id}
        aria-label={label}
        aria-describedby={describedBy}
        className={`input select-trigger select-${size}`}
      >
        {choices.find((choice) => choice.value === value)?.icon}
        <Select.Value className="select-value" />
        <Select.Icon className="select-icon">
          <ChevronsUpDown aria-hidden="true" size={14} />
        </Select.Icon>
      </Select.Trigger>
      <Select.Portal>
        <Select.Positioner className="popup-positioner" sideOffset={4} alignItemWithTrigger={false}>
          <Select.Popup className="popup">
            <Select.List>
              {choices.map((choice) => (
                <Select.Item key={String(choice.value)} value={choice.value} className="popup-item">
                  {choice.icon}
                  <Select.ItemText className="popup-item-text">
                    <bdi>{choice.label}</bdi>
                  </Select.ItemText>
                  <Select.ItemIndicator className="popup-item-mark">
                    <Check aria-hidden="true" size={14} />
                  </Select.ItemIndicator>
                </Select.Item>
              ))}
            </Select.List>
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  );
}
