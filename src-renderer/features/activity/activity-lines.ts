import type { Activity } from '#shared/contract/outbox-views.ts';
import { t } from '../../texts/index.ts';
import { isAttemptOutcome, type OutcomeTone, outcomeTones } from './outcomes.ts';

/** One line of the log, ready to be shown. */
export type ActivityLine = {
  key: string;
  at: number;
  what: string;
  tone: OutcomeTone | 'running';
  /** What it came to; null where what was done says it all. */
  outcome: string | null;
  /** For whoever helps: status, request id, how long it took. */
  small: string[];
};

/**
 * The log in plain words, newest first.
 * @param sending whether the operation is being sent now: only then can the last attempt still be under way
 */
export function toActivityLines(log: readonly Activity[], sending: boolean): ActivityLine[] {
  const lastAttempt = log.findLastIndex(({ kind }) => kind === 'send' || kind === 'look');
  return log.map((entry, i) => toLine(entry, i, sending && i === lastAttempt)).reverse();
}

function toLine(entry: Activity, position: number, mayRun: boolean): ActivityLine {
  const { kind, outcome, status, requestId, tookMs } = entry;
  const line = { key: `${entry.operationId}-${position}`, at: entry.at, what: t.activity.kinds[kind] };
  const small = [
    ...(status === null ? [] : [t.activity.status(status)]),
    ...(tookMs === null ? [] : [t.activity.took(tookMs)]),
    ...(requestId === null ? [] : [t.activity.requestId(requestId)]),
  ];
  if (kind === 'confirmed') return { ...line, tone: 'good', outcome: null, small };
  if (kind === 'queued' || kind === 'cancelled') return { ...line, tone: 'plain', outcome: null, small };
  if (outcome !== null && isAttemptOutcome(outcome))
    return { ...line, tone: outcomeTones[outcome], outcome: t.activity.outcomes[outcome], small };
  if (outcome !== null) return { ...line, tone: 'plain', outcome: t.activity.otherOutcome(outcome), small };
  if (mayRun) return { ...line, tone: 'running', outcome: t.activity.running, small };
  return { ...line, tone: 'warn', outcome: t.activity.lost, small };
}
