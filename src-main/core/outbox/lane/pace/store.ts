import { z } from 'zod';
import { type Db, get, run } from '../../../db/database.ts';
import { LONGEST_GUESS_MS } from './learn.ts';
import { NO_PACE, type Pace, PaceSchema } from './pace.ts';

/** Kept with the lane, so that a restart and other senders on the same data directory keep to it. */
const LANE = 'main';

const Row = z.object({ pace: z.string().nullable() });

/** What is known of the rate limit. What cannot be read counts as unknown: it only ever saved a refusal. */
export function readPace(db: Db): Pace {
  const row = get(db, 'SELECT pace FROM lanes WHERE id = :lane', { lane: LANE });
  const text = row === undefined ? null : Row.parse(row).pace;
  return text === null ? NO_PACE : (PaceSchema.safeParse(JSON.parse(text)).data ?? NO_PACE);
}

export function writePace(db: Db, pace: Pace): void {
  run(db, 'UPDATE lanes SET pace = :pace WHERE id = :lane', { pace: JSON.stringify(pace), lane: LANE });
}

/** The clock was set back: times of the past say nothing any more. What a window lets through stays known. */
export function forgetPace(db: Db): void {
  const { limit, windowMs } = readPace(db);
  writePace(db, { ...NO_PACE, limit, windowMs });
}

/** When the pace lets the next request leave; null when at once. Never further away than a guess may reach. */
export function nextByPace(db: Db, nowMs: number): number | null {
  const { nextAt } = readPace(db);
  return nextAt === null || nextAt <= nowMs ? null : Math.min(nextAt, nowMs + LONGEST_GUESS_MS);
}
