import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useBareKey } from '../app/shortcuts.ts';
import './Field.css';
import './SearchBox.css';

type Props = {
  label: string;
  /** What the list is searched for. Others only ever set it to something else, for example clear it. */
  search: string;
  onSearch: (search: string) => void;
};

/** Searches as one types; the list follows a moment later, so that it does not flicker with each letter. */
export function SearchBox({ label, search, onSearch }: Props) {
  const [text, setText] = useState(search);
  const [told, setTold] = useState(search);
  const input = useRef<HTMLInputElement>(null);
  useBareKey('/', () => input.current?.focus());
  if (search !== told) {
    setTold(search);
    setText(search);
  }
  useEffect(() => {
    if (text === told) return;
    const timer = setTimeout(() => {
      const next = text.slice(0, 500);
      setTold(next);
      onSearch(next);
    }, 120);
    return () => clearTimeout(timer);
  }, [text, told, onSearch]);

  return (
    <div className="search-box">
      <Search aria-hidden="true" size={14} />
      <input
        ref={input}
        type="search"
        className="input"
        dir="auto"
        aria-label={label}
        placeholder={label}
        maxLength={500}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          if (text === '') input.current?.blur();
          else setText('');
        }}
      />
      <span className="search-key" aria-hidden="true">
        /
      </span>
    </div>
  );
}
