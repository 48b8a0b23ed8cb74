import type { SendingRate } from '#shared/contract/outbox-views.ts';
import type { Lane } from '#shared/outbox/operation.ts';
import { t } from '../../texts/index.ts';

/**
 * How fast it goes and how long it will take, or why it does not go. What is not known is not said; nothing at all
 * known is “Estimating”.
 */
export function paceLine(rate: SendingRate, condition: Lane['condition']): string {
  const words = t.outbox.pace;
  // A pace from before the halt would be a promise that nobody keeps.
  if (condition !== 'open') return words.halted[condition];
  const { perMinute, secondsLeft, limitPerMinute } = rate;
  const parts = [
    ...(perMinute === null ? [] : [words.perMinute(Math.max(Math.round(perMinute), 1))]),
    ...(secondsLeft === null ? [] : [timeLeft(secondsLeft)]),
    ...(limitPerMinute === null ? [] : [words.limit(Math.round(limitPerMinute))]),
  ];
  return parts.length === 0 ? words.estimating : parts.join(' · ');
}

/** An estimate in the coarse steps that it deserves. */
export function timeLeft(seconds: number): string {
  const words = t.outbox.pace.left;
  if (seconds < 50) return words.soon;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return words.minutes(Math.max(minutes, 1));
  const hours = Math.round(minutes / 60);
  return hours <= 24 ? words.hours(hours) : words.days;
}
