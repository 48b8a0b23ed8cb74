import { z } from 'zod';
import { foldText } from '#shared/calendar/text/fold.ts';
import type { PublishPlan } from '#shared/contract/outbox-views.ts';
import { all, type Db } from '../../db/database.ts';

type Event = { channelId: number; title: string; startMs: number };
type LookAlike = Pick<PublishPlan['lookAlikes'][number], 'remoteId' | 'as'>;

const TwinRow = z.object({ title: z.string(), state: z.string(), remote_id: z.string().nullable() });

/**
 * Finds events that look like one that exists, is on its way, or is in the same batch: the same channel, the same
 * moment and the same title, whatever its case, accents and spaces. They are pointed out, never left out silently:
 * two shows may well begin at once under one name.
 */
export function createLookAlikes(db: Db) {
  const inThisBatch = new Set<string>();
  return (event: Event): LookAlike | null => {
    const name = plain(event.title);
    const twin = all(
      db,
      `SELECT title, state, remote_id FROM operations
       WHERE channel_id = :channelId AND start_ms = :startMs AND state IN ('queued', 'sending', 'needsReview', 'delivered')
       ORDER BY state = 'delivered' DESC, seq`,
      { channelId: event.channelId, startMs: event.startMs },
    )
      .map((row) => TwinRow.parse(row))
      .find(({ title }) => plain(title) === name);
    const batchKey = `${event.channelId} ${event.startMs} ${name}`;
    const seenBefore = inThisBatch.has(batchKey);
    inThisBatch.add(batchKey);
    if (twin?.state === 'delivered') return { remoteId: twin.remote_id, as: 'delivered' };
    // While a batch is being queued, its first ones are in the outbox already: they are named for what they are.
    if (seenBefore) return { remoteId: null, as: 'inThisBatch' };
    return twin === undefined ? null : { remoteId: null, as: 'onItsWay' };
  };
}

function plain(title: string): string {
  return foldText(title).replace(/\s+/g, ' ').trim();
}
