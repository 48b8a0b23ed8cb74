import { statfs } from 'node:fs/promises';
import { z } from 'zod';
import { OrganizerError } from '#shared/errors.ts';
import { all, type Db, get, run, write } from '../db/database.ts';
import { findInnerDamage } from '../db/find-damage.ts';
import { bad, count, type Found, ok, warn } from './finding.ts';

/** Below this a big import and its backup may not fit, in bytes. */
const LITTLE_ROOM = 200 * 1024 * 1024;
const PROBE_BYTES = 64 * 1024;

/** Writes something and takes it out again, lets SQLite look through its file, and asks how much room is left. */
export async function judgeDisk(db: Db, dataDir: string): Promise<Found> {
  try {
    write(db, () => {
      run(db, `INSERT OR REPLACE INTO workspace VALUES ('doctor_probe', hex(zeroblob(:bytes)))`, {
        bytes: PROBE_BYTES / 2,
      });
      run(db, `DELETE FROM workspace WHERE name = 'doctor_probe'`);
    });
  } catch (thrown) {
    if (!(thrown instanceof OrganizerError)) throw thrown;
    return bad(thrown.message, 'Until that is mended nothing can be saved or sent. What was saved before is safe.');
  }
  const damage = findInnerDamage(db);
  if (damage !== null)
    return bad(
      `The database is damaged: ${damage}.`,
      'Restore the newest backup: “organizer backup list”, then “organizer backup restore”.',
    );
  const { bavail, bsize } = await statfs(dataDir);
  const free = Math.floor((bavail * bsize) / (1024 * 1024));
  if (bavail * bsize < LITTLE_ROOM)
    return warn(`The database is sound, but only ${free} MB are free.`, 'Make room on this disk.');
  return ok(`The database is sound and can be written; ${free.toLocaleString('en')} MB are free.`);
}

const RefusedRow = z.object({ title: z.string(), error: z.string() });
const Message = z.object({ message: z.string(), field: z.string().nullable() });

/** Validation: what the platform refused and nobody edited since. */
export function judgeRefused(db: Db): Found {
  const rows = all(
    db,
    `SELECT o.title, o.error FROM drafts d JOIN operations o ON o.id = d.operation_id
     WHERE o.state = 'rejected' AND d.deleted_at IS NULL ORDER BY o.seq DESC`,
  ).map((row) => RefusedRow.parse(row));
  const [first] = rows;
  if (first === undefined) return ok('No event stands refused.');
  const { message } = Message.parse(JSON.parse(first.error));
  return bad(
    `${count(rows.length, 'event was', 'events were')} refused. The last one, “${first.title}”: ${message}`,
    'Open the drafts that were refused, change what is named there, and publish them again. Nothing was created of them.',
  );
}

const Counts = z.object({ doubtful: z.number(), delivered: z.number() });

/** Duplicates: what may or may not exist, and what the ledger guards. */
export function judgeDoubts(db: Db): Found {
  const { doubtful, delivered } = Counts.parse(
    get(
      db,
      `SELECT (SELECT count(*) FROM operations WHERE state = 'needsReview') AS doubtful,
         (SELECT count(*) FROM operations WHERE state = 'delivered') AS delivered`,
    ),
  );
  if (doubtful === 0)
    return ok(
      `No event is in doubt. The ledger knows ${count(delivered, 'published event')}, and none of them is sent again.`,
    );
  return bad(
    `${count(doubtful, 'event')} may or may not exist on Pinned Events; sending again could publish twice.`,
    'Look for each on Pinned Events, then say in the outbox “It is there” or “Send again”. A key with events:read lets the app look by itself.',
  );
}
