import { CircleCheck, CirclePause, CloudOff, KeyRound, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { WorkspaceState } from '#shared/contract/views.ts';
import { assertNever } from '#shared/errors.ts';
import { isPractice } from '../stores/workspace.ts';
import { formatClock } from '../texts/format.ts';
import { t } from '../texts/index.ts';

export type Line = { icon: LucideIcon; tone: 'good' | 'warn' | 'bad' | 'plain'; words: string; note?: string };

/** What to say about the lane, the network and the key. */
export function connectionLine(state: WorkspaceState, networkUp: boolean): Line {
  const { condition, resumesAt } = state.lane;
  switch (condition) {
    case 'blocked':
      if (!state.hasKey)
        return { icon: KeyRound, tone: 'plain', words: t.connection.noKey, note: t.connection.noKeyNote };
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
      if (!networkUp)
        return { icon: CloudOff, tone: 'warn', words: t.connection.offline, note: t.connection.offlineNote };
      if (!state.hasKey)
        return { icon: KeyRound, tone: 'plain', words: t.connection.noKey, note: t.connection.noKeyNote };
      return { icon: CircleCheck, tone: 'good', words: t.connection.open };
    default:
      return assertNever(condition);
  }
}
