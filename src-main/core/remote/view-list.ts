import { z } from 'zod';
import { RemoteDocSchema } from '#shared/remote/remote-doc.ts';
import {
  DifferenceSchema,
  type RemoteEvent,
  type RemoteList,
  RemoteListSchema,
  type Standing,
  standings,
} from '#shared/remote/remote-event.ts';
import { all, type Db, get } from '../db/database.ts';
import { readSetting } from '../workspace/settings.ts';
import { COMPLETE, READ_AT } from './read-list.ts';

/** Delivered events that are not on the list any more, at most. */
const MOST_GONE = 200;

/** One operation at most has an id of the platform; the ledger is asked for each event. */
const FROM = `FROM platform_events e LEFT JOIN operations o ON o.remote_id = e.remote_id AND o.state = 'delivered'`;
const STANDING = `CASE WHEN o.id IS NULL THEN 'elsewhere' WHEN e.differences <> '[]' THEN 'changed' ELSE 'tracked' END`;

const CountRow = z.object({ standing: z.enum(standings), n: z.number() });
const EventRow = z.object({
  remote_id: z.string(),
  doc: z.string(),
  differences: z.string(),
  draft_id: z.string().nullable(),
  standing: z.enum(standings),
});

export type RemoteQuery = { standing: Standing | null; limit: number; offset: number };

/** The organizer's events as they were read last, the latest start first, each with what stands for it here. */
export function viewRemoteList(db: Db, { standing, limit, offset }: RemoteQuery): RemoteList {
  const counts: Record<Standing, number> = { tracked: 0, changed: 0, elsewhere: 0 };
  for (const row of all(db, `SELECT ${STANDING} AS standing, count(*) AS n ${FROM} GROUP BY 1`)) {
    const { standing: one, n } = CountRow.parse(row);
    counts[one] = n;
  }
  const events = all(
    db,
    `SELECT e.remote_id, e.doc, e.differences, o.draft_id, ${STANDING} AS standing ${FROM}
     WHERE :standing IS NULL OR ${STANDING} = :standing
     ORDER BY e.start_ms DESC, e.remote_id LIMIT :limit OFFSET :offset`,
    { standing, limit, offset },
  ).map(toEvent);
  const readAt = readSetting(db, READ_AT);
  const complete = readSetting(db, COMPLETE) === '1';
  return RemoteListSchema.parse({
    readAt: readAt === null ? null : Number(readAt),
    complete,
    counts,
    total: standing === null ? counts.tracked + counts.changed + counts.elsewhere : counts[standing],
    events,
    gone: complete ? goneSince(db, Number(readAt)) : [],
  });
}

function toEvent(row: unknown): RemoteEvent {
  const { remote_id, doc, differences, draft_id, standing } = EventRow.parse(row);
  const { title, startAt, channelId, status } = RemoteDocSchema.parse(JSON.parse(doc));
  return {
    remoteId: remote_id,
    title: title ?? null,
    startAt: startAt ?? null,
    channelId: channelId ?? null,
    status: status ?? null,
    standing,
    draftId: draft_id,
    differences: standing === 'elsewhere' ? [] : z.array(DifferenceSchema).parse(JSON.parse(differences)),
  };
}

const GoneRow = z
  .object({ draft_id: z.string(), remote_id: z.string(), title: z.string(), start_at: z.string() })
  .transform((row) => ({ draftId: row.draft_id, remoteId: row.remote_id, title: row.title, startAt: row.start_at }));

/** What was delivered before the list was read, and is not on it. */
function goneSince(db: Db, readAt: number): RemoteList['gone'] {
  return all(
    db,
    `SELECT draft_id, remote_id, title, start_at FROM operations o
     WHERE state = 'delivered' AND remote_id IS NOT NULL AND finished_at < :readAt
       AND NOT EXISTS (SELECT 1 FROM platform_events e WHERE e.remote_id = o.remote_id)
     ORDER BY seq DESC LIMIT ${MOST_GONE}`,
    { readAt },
  ).map((row) => GoneRow.parse(row));
}

const DocRow = z.object({ doc: z.string() });

/** One event of the list that was read last, or null. */
export function findRemoteDoc(db: Db, remoteId: string) {
  const row = get(db, 'SELECT doc FROM platform_events WHERE remote_id = :remoteId', { remoteId });
  return row === undefined ? null : RemoteDocSchema.parse(JSON.parse(DocRow.parse(row).doc));
}
