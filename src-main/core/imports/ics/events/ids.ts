import { fromWallMs } from '#shared/calendar/dates/arithmetic.ts';

const DAY_MS = 86_400_000;

/**
 * Which date of its series a date is: its day, as `20270601`; with the time (`20270601T1400`) where that is not the
 * time of the series, as in several showings on one day. So a series that moves to another hour keeps its ids, and a
 * re-import changes its events in place of making them a second time.
 */
export function dateKey(ms: number, startMs: number): string {
  const isAtTheTime = (ms - startMs) % DAY_MS === 0;
  const [day = '', time = ''] = fromWallMs(ms).split('T');
  return `${day.replaceAll('-', '')}${isAtTheTime ? '' : `T${time.replace(':', '')}`}`;
}

/** The id of one date of a series, or of the event itself when it is none. */
export function idOfDate(uid: string, key: string | null): string {
  return key === null ? uid : `${uid}/${key}`;
}
