import { addDays } from '#shared/time/days.ts';
import { addMinutes, dateOf, minutesBetween } from './dates.ts';
import type { Times } from './times.ts';

/** Times are moved in steps that a programme is written in. */
export const STEP_MINUTES = 15;

/** The same clock times so many days later. */
export function byDays({ startLocal, endLocal }: Times, days: number): Times {
  const move = (local: string) => `${addDays(dateOf(local), days)}${local.slice(10)}`;
  return { startLocal: move(startLocal), endLocal: endLocal === null ? null : move(endLocal) };
}

/** Start and end so many minutes later on the wall clock. */
export function byMinutes({ startLocal, endLocal }: Times, minutes: number): Times {
  return {
    startLocal: addMinutes(startLocal, minutes),
    endLocal: endLocal === null ? null : addMinutes(endLocal, minutes),
  };
}

/** An end at this time, but never so early that nothing is left. */
export function untilTime({ startLocal }: Times, end: string): Times {
  const length = Math.max(STEP_MINUTES, minutesBetween(startLocal, end));
  return { startLocal, endLocal: addMinutes(startLocal, length) };
}

/** An end so many minutes later. A draft without an end gets one from its start on. */
export function longerBy(times: Times, minutes: number): Times {
  const { startLocal, endLocal } = times;
  const from = endLocal === null || endLocal <= startLocal ? startLocal : endLocal;
  return untilTime(times, addMinutes(from, minutes));
}
