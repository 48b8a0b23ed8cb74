/**
 * Everything that an attempt can come to, as the core writes it into the activity log: the outcomes of a request and
 * the findings of a look. An older or newer core may write others; those are shown by their name.
 */
export const attemptOutcomes = [
  'delivered',
  'refused',
  'keyProblem',
  'channelProblem',
  'throttled',
  'busy',
  'conflict',
  'offline',
  'lapsed',
  'intercepted',
  'unclear',
  'found',
  'absent',
  'unknown',
  'later',
] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

export function isAttemptOutcome(outcome: string): outcome is AttemptOutcome {
  return (attemptOutcomes as readonly string[]).includes(outcome);
}

export type OutcomeTone = 'good' | 'bad' | 'warn' | 'plain';

/** Good: it is there. Bad: it is not, and a person must act. Warn: it may be there. Plain: nothing happened yet. */
export const outcomeTones: Record<AttemptOutcome, OutcomeTone> = {
  delivered: 'good',
  refused: 'bad',
  keyProblem: 'bad',
  channelProblem: 'bad',
  throttled: 'plain',
  busy: 'warn',
  conflict: 'warn',
  offline: 'plain',
  lapsed: 'plain',
  intercepted: 'warn',
  unclear: 'warn',
  found: 'good',
  absent: 'plain',
  unknown: 'warn',
  later: 'plain',
};
