import { type Db, run } from '../../db/database.ts';
import { LATE_AFTER_MS } from '../timing.ts';

/**
 * Takes late work out of what is sent by itself, until a person says again that it is to go out: an event that began
 * since it was queued, and whatever has waited for more than a day. Somebody who queues a past event means it, so only
 * a beginning after the last word of the person counts. An operation in doubt does not ask: looking into it is harmless.
 */
export function askAboutLateWork(db: Db, nowMs: number): void {
  run(
    db,
    `UPDATE operations INDEXED BY operations_by_start SET asks = 'begun'
     WHERE state = 'queued' AND asks IS NULL AND first_uncertain_at IS NULL AND start_ms > confirmed_at
       AND start_ms <= :nowMs`,
    { nowMs },
  );
  run(
    db,
    `UPDATE operations INDEXED BY operations_by_confirmed SET asks = 'waited'
     WHERE state = 'queued' AND asks IS NULL AND first_uncertain_at IS NULL AND confirmed_at < :since`,
    { since: nowMs - LATE_AFTER_MS },
  );
}
