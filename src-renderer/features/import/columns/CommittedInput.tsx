import { TextInput } from '../../../components/Field.tsx';
import { useOwnText } from './use-own-text.ts';

const valid = { year: /^(?:19|2[01])\d\d$/, date: /^\d{4}-\d\d-\d\d$/, row: /^\d{1,3}$/ };

/** A year, a day or a row number by hand. The plan follows when it is whole, not at each figure. */
export function CommittedInput({
  id,
  describedBy,
  type,
  value,
  onChange,
}: {
  id: string;
  describedBy: string | undefined;
  type: keyof typeof valid;
  value: string;
  /** '' when the person took it away. */
  onChange: (value: string) => void;
}) {
  const [text, setText] = useOwnText(value);
  const commit = () => {
    if (text !== value && (text === '' || valid[type].test(text))) onChange(text);
  };
  return (
    <TextInput
      id={id}
      aria-describedby={describedBy}
      type={type === 'date' ? 'date' : 'text'}
      inputMode="numeric"
      maxLength={type === 'row' ? 3 : 10}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}
