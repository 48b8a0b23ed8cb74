import { useState } from 'react';

/** The text of a box while it is written in. It becomes `value` again whenever that changes from outside. */
export function useOwnText(value: string): [string, (text: string) => void] {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setText(value);
  }
  return [text, setText];
}
