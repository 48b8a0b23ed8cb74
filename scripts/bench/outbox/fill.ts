import { type Db, run, write } from '#core/db/database.ts';
import { openDatabase } from '#core/db/open.ts';
import { getDraftRow, insertDraft } from '#core/drafts/rows.ts';
import { asStep } from '#core/history/step.ts';
import { enqueueDrafts } from '#core/outbox/queue/enqueue.ts';
import type { EnqueueParts } from '#core/outbox/queue/freeze.ts';
import { systemRandom } from '#core/system.ts';
import { workspaceId } from '#core/workspace/settings.ts';
import { HELD_CHANNEL, OPEN_CHANNEL, sampleFields } from './jobs.ts';

/** What stands in a workspace before anything is measured. */
export type Contents = { queued: number; delivered?: number; held?: number };

const BATCH = 5_000;

/** Opens a workspace and the parts that queuing needs. */
export function openParts(dataDir: string): EnqueueParts {
  const db = openDatabase(dataDir);
  return { db, random: systemRandom, workspaceId: workspaceId(db, systemRandom) };
}

/** Makes a workspace through the product's own code: drafts, and operations that wait, are held, or are delivered. */
export function fillWorkspace(dataDir: string, { queued, delivered = 0, held = 0 }: Contents): void {
  const parts = openParts(dataDir);
  // What is held comes first in the order of queuing, where it is most in the way.
  enqueueSamples(parts, held, 0, HELD_CHANNEL);
  if (held > 0) holdChannel(parts.db, HELD_CHANNEL);
  enqueueSamples(parts, delivered, 0, OPEN_CHANNEL);
  markDelivered(parts.db, OPEN_CHANNEL);
  enqueueSamples(parts, queued, delivered, OPEN_CHANNEL);
  parts.db.close();
}

/** Drafts and their operations. */
function enqueueSamples(parts: EnqueueParts, count: number, from: number, channelId: number): void {
  for (let done = 0; done < count; done += BATCH) {
    write(parts.db, () => {
      const ids = addSampleDrafts(parts, Math.min(BATCH, count - done), from + done, channelId);
      const drafts = ids.map((id) => getDraftRow(parts.db, id));
      const plan = enqueueDrafts(parts, drafts, { dryRun: false, refusedToo: false }, Date.now());
      if (plan.queued !== ids.length) throw new Error(`Of ${ids.length} drafts ${plan.queued} were queued.`);
    });
  }
}

/** Drafts that are ready. Returns their ids. */
export function addSampleDrafts(parts: EnqueueParts, count: number, from: number, channelId = OPEN_CHANNEL): string[] {
  return asStep(parts.db, { kind: 'add' }, Date.now(), () =>
    Array.from({ length: count }, (_, index) => {
      const id = parts.random.uuid();
      const fields = sampleFields(from + index, channelId);
      const unknown = { sourceKey: null, sourceId: null, importedFields: null, importId: null };
      insertDraft(parts.db, { id, fields, ...unknown }, Date.now());
      return id;
    }),
  );
}

function holdChannel(db: Db, channelId: number): void {
  run(db, `INSERT INTO channel_holds VALUES (:channelId, 'forbidden', 'Held.', :now)`, { channelId, now: Date.now() });
}

/** As they stand after they were sent, a day ago. Sending a hundred thousand would take long and change nothing. */
function markDelivered(db: Db, channelId: number): void {
  const at = Date.now() - 86_400_000;
  write(db, () => {
    run(
      db,
      `INSERT INTO attempts (operation_id, started_at, lease_token, kind, finished_at, outcome, status)
       SELECT id, :at, 1, 'send', :at, 'delivered', 201 FROM operations WHERE state = 'queued' AND channel_id = :channelId`,
      { at, channelId },
    );
    run(
      db,
      `UPDATE operations SET state = 'delivered', attempts = 1, key_seen = 1, lease_token = 1, finished_at = :at,
         remote_id = 'old-' || seq
       WHERE state = 'queued' AND channel_id = :channelId`,
      { at, channelId },
    );
  });
}
