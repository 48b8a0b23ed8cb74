import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** One line of the totals: a number in words, a note, perhaps the events and a button. */
export function Total({
  icon: Icon,
  tone = 'plain',
  title,
  note,
  action,
  children,
}: {
  icon: LucideIcon;
  tone?: 'accent' | 'warn' | 'plain';
  title: string;
  note?: string;
  action?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <li className={`total total-${tone}`}>
      <Icon aria-hidden="true" size={16} />
      <div className="total-words">
        <strong className="numeric">{title}</strong>
        {note && <p className="total-note">{note}</p>}
      </div>
      {action}
      {children && <div className="total-more">{children}</div>}
    </li>
  );
}
