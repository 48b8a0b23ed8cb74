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
    const elsewhere = twin === undefined ? madeElsewhere(db, event, name) : null;
    if (elsewhere !== null) return { remoteId: elsewhere, as: 'delivered' };
    // While a batch is being queued, its first ones are in the outbox already: they are named for what they are.
    if (seenBefore) return { remoteId: null, as: 'inThisBatch' };
    return twin === undefined ? null : { remoteId: null, as: 'onItsWay' };
  };
}

const ElsewhereRow = z.object({ remote_id: z.string(), title: z.string() });

/** An event that the platform listed when it was read last, and that nothing here stands for; its id, or null. */
function madeElsewhere(db: Db, { channelId, startMs }: Event, name: string): string | null {
  const found = all(
    db,
    `SELECT remote_id, title FROM platform_events e
     WHERE start_ms = :startMs AND channel_id = :channelId AND title IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM operations o WHERE o.remote_id = e.remote_id)`,
    { channelId, startMs },
  ).map((row) => ElsewhereRow.parse(row));
  return found.find(({ title }) => plain(title) === name)?.remote_id ?? null;
}

function plain(title: string): string {
  return foldText(title).replace(/\s+/g, ' ').trim();
}
