import { z } from 'zod';
import type { SendingRate } from '#shared/contract/outbox-views.ts';
import { type Db, get } from '../db/database.ts';
import { countOperations } from './rows.ts';

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
  if (n < 2 || spanMs <= 0) return { perMinute: null, limitPerMinute: null, secondsLeft: null };
  const perMinute = (n / spanMs) * 60_000;
  const { queued, sending } = countOperations(db);
  return { perMinute, limitPerMinute: null, secondsLeft: Math.ceil(((queued + sending) / perMinute) * 60) };
}
