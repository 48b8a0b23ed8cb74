import { Checkbox } from '@base-ui/react/checkbox';
import { Check, Minus } from 'lucide-react';
import './CheckBox.css';

type Props = {
  label: string;
  checked: boolean;
  indeterminate?: boolean;
  disabled?: boolean;
  /** Gets whether Shift was held, for ranges. */
  onChange: (checked: boolean, shift: boolean) => void;
  /** False where a row takes the keyboard for it. */
  inTabOrder?: boolean;
};

/** A check box that is named but shows no text. */
export function CheckBox({
  label,
  checked,
  indeterminate = false,
  disabled = false,
  onChange,
  inTabOrder = true,
}: Props) {
  return (
    <Checkbox.Root
      className="checkbox"
      aria-label={label}
      checked={checked}
      indeterminate={indeterminate}
      disabled={disabled}
      tabIndex={inTabOrder ? 0 : -1}
      onCheckedChange={(next, details) =>
        onChange(next, 'shiftKey' in details.event && details.event.shiftKey === true)
      }
    >
      <Checkbox.Indicator className="checkbox-mark">
        {indeterminate ? (
          <Minus aria-hidden="true" size={12} strokeWidth={3} />
        ) : (
          <Check aria-hidden="true" size={12} strokeWidth={3} />
        )}
      </Checkbox.Indicator>
    </Checkbox.Root>
  );
}
