import { z } from 'zod';
import { EventDocSchema } from '../../api/answers.ts';
import { type Reading, readPages } from '../../api/reading.ts';
import { all, type Db, run, write } from '../../db/database.ts';
import { type Finding, judgeList, type Wanted } from '../attempt/reconcile.ts';
import { listState, noteListRead } from './restored.ts';

/**
 * Reads the organizer's whole list of events once and remembers it: after a restore every draft is in doubt, and one
 * list answers for all of them.
 * @throws OrganizerError as `refusal` says; nothing is remembered then.
 */
export async function rememberList(db: Db, reading: Reading, nowMs: () => number): Promise<void> {
  const docs: unknown[] = [];
  let complete = false;
  for await (const page of readPages(reading, '/events')) {
    docs.push(...page.docs);
    complete = page.last;
  }
  write(db, () => {
    run(db, 'DELETE FROM remote_events');
    docs.forEach((doc, index) => {
      insert(db, doc, index);
    });
    noteListRead(db, complete, nowMs());
  });
}

/** What cannot be read is remembered as an event that may be any: it keeps a question open. */
function insert(db: Db, doc: unknown, index: number): void {
  const parsed = EventDocSchema.safeParse(doc).data;
  run(db, 'INSERT INTO remote_events VALUES (:id, :channelId, :title, :startAt) ON CONFLICT DO NOTHING', {
    id: parsed?.id ?? `unreadable ${index}`,
    channelId: parsed?.channelId ?? null,
    title: parsed?.title?.trim() ?? null,
    startAt: parsed?.startAt ?? null,
  });
}

const RememberedRow = z
  .object({
    remote_id: z.string(),
    channel_id: z.number().nullable(),
    title: z.string().nullable(),
    start_at: z.string().nullable(),
  })
  .transform((row) => ({
    id: row.remote_id,
    channelId: row.channel_id ?? undefined,
    title: row.title ?? undefined,
    startAt: row.start_at ?? undefined,
  }));

/** What the remembered list says about an event; null when none was read since the restore. */
export function lookInRememberedList(db: Db, wanted: Wanted): Exclude<Finding, { kind: 'later' }> | null {
  const list = listState(db);
  if (list === null) return null;
  const candidates = all(db, 'SELECT * FROM remote_events WHERE title = :title OR title IS NULL', {
    title: wanted.title.trim(),
  }).map((row) => RememberedRow.parse(row));
  return judgeList(db, candidates, list.complete, wanted);
}
