import { CloudOff, type LucideIcon } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { ErrorData } from '#shared/errors.ts';
import { t } from '../texts/index.ts';
import { Button } from './Button.tsx';
import './Notices.css';

/** An empty place that says what belongs here and offers the next step. */
export function EmptyState({
  icon: Icon,
  title,
  children,
  actions,
}: {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="empty-state">
      <span className="empty-state-icon">
        <Icon aria-hidden="true" size={22} strokeWidth={1.75} />
      </span>
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {actions && <div className="empty-state-actions">{actions}</div>}
    </div>
  );
}

/** What went wrong, in the words of the answer, and a way to try again. */
export function ErrorState({ error, onRetry }: { error: ErrorData; onRetry: () => void }) {
  return (
    <div className="empty-state" role="alert">
      <span className="empty-state-icon empty-state-bad">
        <CloudOff aria-hidden="true" size={22} strokeWidth={1.75} />
      </span>
      <h2>{t.errors.title}</h2>
      <p>{error.message}</p>
      <div className="empty-state-actions">
        <Button onClick={onRetry}>{t.actions.tryAgain}</Button>
      </div>
    </div>
  );
}

/** Says that something is being read, but only when it takes long enough to be noticed. */
export function Loading({ label = t.loading }: { label?: string }) {
  const [noticed, setNoticed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setNoticed(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="loading" role="status">
      {noticed && (
        <>
          <span className="loading-dots" aria-hidden="true" />
          {label}
        </>
      )}
    </div>
  );
}

export type Tone = 'plain' | 'warn' | 'bad' | 'good' | 'accent';

/** A strip with a sentence and at most one button. */
export function Banner({
  tone = 'plain',
  icon: Icon,
  title,
  children,
  action,
}: {
  tone?: Tone;
  icon: LucideIcon;
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={`banner banner-${tone}`}>
      <Icon aria-hidden="true" size={16} strokeWidth={2} />
      <div className="banner-words">
        {title && <strong>{title}</strong>}
        {children && <span>{children}</span>}
      </div>
      {action}
    </div>
  );
}
