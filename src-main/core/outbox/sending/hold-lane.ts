import type { Db } from '../../db/database.ts';
import type { Finding } from '../attempt/reconcile.ts';
import { block, markOffline, pause } from '../lane/lane.ts';

/** A list that could not be read holds the lane for the same reasons as a refused event. */
export function holdLane(db: Db, { cause, waitMs }: Finding & { kind: 'later' }, nowMs: number): void {
  if (cause.code === 'key_refused') return block(db, 'invalid_api_key', cause.message);
  if (cause.code === 'offline') return markOffline(db, nowMs);
  pause(db, nowMs, Math.max(waitMs ?? 0, 5_000), waitMs === null ? 'server_trouble' : 'rate_limited');
}
