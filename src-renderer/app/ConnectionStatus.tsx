import { useSyncExternalStore } from 'react';
import type { WorkspaceState } from '#shared/contract/views.ts';
import { t } from '../texts/index.ts';
import { connectionLine } from './connection-line.ts';

/** Online, offline, paused or stopped: one line, announced when it changes. */
export function ConnectionStatus({ state }: { state: WorkspaceState }) {
  const networkUp = useNetwork();
  const line = connectionLine(state, networkUp);
  return (
    <div className={`connection connection-${line.tone}`} role="status" aria-label={t.connection.label}>
      <line.icon aria-hidden="true" size={14} strokeWidth={2.2} />
      <span>
        {line.words}
        {line.note && <span className="connection-note">{line.note}</span>}
      </span>
    </div>
  );
}

function useNetwork(): boolean {
  return useSyncExternalStore(
    (changed) => {
      window.addEventListener('online', changed);
      window.addEventListener('offline', changed);
      return () => {
        window.removeEventListener('online', changed);
        window.removeEventListener('offline', changed);
      };
    },
    () => navigator.onLine,
  );
}
