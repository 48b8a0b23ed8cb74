import { TextInput } from '../../../components/Field.tsx';
import { useOwnText } from './use-own-text.ts';

/** A place id by hand. The plan follows when the person is done, not at each letter. */
export function PlaceIdInput({
  id,
  describedBy,
  value,
  onChange,
}: {
  id: string;
  describedBy: string | undefined;
  value: string;
  onChange: (value: string) => void;
}) {
  const [text, setText] = useOwnText(value);
  const commit = () => {
    if (text.trim() !== value) onChange(text.trim());
  };
  return (
    <TextInput
      id={id}
      aria-describedby={describedBy}
      value={text}
      maxLength={500}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}
