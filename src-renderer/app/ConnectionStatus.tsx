import { CircleCheck, CirclePause, CloudOff, KeyRound, type LucideIcon, TriangleAlert } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import type { WorkspaceState } from '#shared/contract/views.ts';
import { assertNever } from '#shared/errors.ts';
import { isPractice } from '../stores/workspace.ts';
import { formatClock } from '../texts/format.ts';
import { t } from '../texts/index.ts';

type Line = { icon: LucideIcon; tone: 'good' | 'warn' | 'bad' | 'plain'; words: string; note?: string };

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

/** What to say about the lane, the network and the key. Exported for its tests. */
export function connectionLine(state: WorkspaceState, networkUp: boolean): Line {
  const { condition, resumesAt } = state.lane;
  switch (condition) {
    case 'blocked':
      if (!state.hasKey) return { icon: KeyRound, tone: 'plain', words: t.connection.noKey, note: t.connection.noKeyNote };
      return { icon: TriangleAlert, tone: 'bad', words: t.connection.blocked };
    case 'pausedByPerson':
      return { icon: CirclePause, tone: 'warn', words: t.connection.pausedByPerson };
    case 'offline':
      return { icon: CloudOff, tone: 'warn', words: t.connection.offline, note: t.connection.offlineNote };
    case 'paused': {
      const words = resumesAt === null ? t.connection.paused : t.connection.pausedUntil(formatClock(resumesAt));
      return { icon: CirclePause, tone: 'warn', words };
    }
    case 'open':
      if (isPractice(state)) return { icon: CircleCheck, tone: 'good', words: t.connection.practice };
      if (!networkUp) return { icon: CloudOff, tone: 'warn', words: t.connection.offline, note: t.connection.offlineNote };
      if (!state.hasKey) return { icon: KeyRound, tone: 'plain', words: t.connection.noKey, note: t.connection.noKeyNote };
      return { icon: CircleCheck, tone: 'good', words: t.connection.open };
    default:
      return assertNever(condition);
  }
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
