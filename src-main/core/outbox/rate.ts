import { z } from 'zod';
import type { SendingRate } from '#shared/contract/outbox-views.ts';
import { type Db, get } from '../db/database.ts';
import { limitPerMinute } from './lane/pace/pace.ts';
import { readPace } from './lane/pace/store.ts';

/** How far back "now" reaches, in ms. */
const LOOK_BACK_MS = 60_000;

const Recent = z.object({ n: z.number(), first: z.number().nullable() });

/** How fast events are being delivered now, and how long the rest would take at that pace. */
export function readSendingRate(db: Db, nowMs: number): SendingRate {
  const { n, first } = Recent.parse(
    get(
      db,
      `SELECT count(*) AS n, min(finished_at) AS first FROM operations
       WHERE state = 'delivered' AND finished_at > :since AND finished_at <= :nowMs`,
      { since: nowMs - LOOK_BACK_MS, nowMs },
    ),
  );
  const spanMs = first === null ? 0 : nowMs - first;
  const limit = limitPerMinute(readPace(db));
  if (n < 2 || spanMs <= 0) return { perMinute: null, limitPerMinute: limit, secondsLeft: null };
  const perMinute = (n / spanMs) * 60_000;
  // A burst at the beginning of a window is quicker than the limit lets the rest be.
  const pace = Math.min(perMinute, limit ?? perMinute);
  return { perMinute, limitPerMinute: limit, secondsLeft: Math.ceil((countGoing(db) / pace) * 60) };
}

const Count = z.object({ n: z.number() });

/** What goes out by itself: late work waits for the person, and is not counted. */
function countGoing(db: Db): number {
  const row = get(
    db,
    `SELECT (SELECT count(*) FROM operations WHERE state = 'queued' AND asks IS NULL)
       + (SELECT count(*) FROM operations WHERE state = 'sending') AS n`,
  );
  return Count.parse(row).n;
}
