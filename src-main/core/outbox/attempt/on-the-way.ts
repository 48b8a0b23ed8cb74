import { z } from 'zod';
import { type Db, get, run } from '../../db/database.ts';
import { LATEST_EFFECT_MS } from '../timing.ts';

/**
 * A request whose sender gave up, or died, can still take effect: it may be on its way, or the platform may be working
 * on it. Until that is over, the platform's list proves nothing: an event that is not there can appear a moment later.
 */

const Latest = z.object({ at: z.number().nullable() });

/** From then on no request of the operation can take effect any more, ms since epoch; 0 when none was ever sent. */
export function settledAtMs(db: Db, operationId: string): number {
  const { at } = Latest.parse(
    get(db, `SELECT max(started_at) AS at FROM attempts WHERE operation_id = :operationId AND kind = 'send'`, {
      operationId,
    }),
  );
  return at === null ? 0 : at + LATEST_EFFECT_MS;
}

/** After the clock was set back, what seems to have left in the future counts as having left just now. */
export function noneLeftInTheFuture(db: Db, nowMs: number): void {
  run(
    db,
    `UPDATE attempts SET started_at = :nowMs
     WHERE started_at > :nowMs AND operation_id IN (
       SELECT id FROM operations WHERE state IN ('queued', 'sending', 'needsReview'))`,
    { nowMs },
  );
  // A doubt began with its request, so it moves along.
  run(
    db,
    `UPDATE operations SET first_uncertain_at = :nowMs
     WHERE first_uncertain_at > :nowMs AND state IN ('queued', 'sending', 'needsReview')`,
    { nowMs },
  );
}
