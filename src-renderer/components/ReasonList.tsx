import { t } from '../texts/index.ts';
import './ReasonList.css';

/** A dialog is no place for thousands of rows: the first ones show what kind of thing it is. */
const MOST_SHOWN = 50;

type Row = { key: string; title: string; reason: string };

/**
 * Events with the reason for each, in a box that scrolls.
 * @param all how many there are, when `rows` are only the first ones
 */
export function ReasonList({ rows, all = rows.length, label }: { rows: Row[]; all?: number; label?: string }) {
  const shown = rows.slice(0, MOST_SHOWN);
  const hidden = all - shown.length;
  return (
    // Reachable, so that the keyboard can scroll it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls
    <ul className="reasons" tabIndex={0} aria-label={label}>
      {shown.map((row) => (
        <li key={row.key}>
          <bdi>{row.title.trim() || t.untitled}</bdi>
          <span>{row.reason}</span>
        </li>
      ))}
      {hidden > 0 && <li>{t.publish.more(hidden)}</li>}
    </ul>
  );
}
