import { z } from 'zod';
import { OrganizerError } from '#shared/errors.ts';
import type { OperationError } from '#shared/outbox/operation.ts';
import { type EventDoc, EventDocSchema } from '../api/answers.ts';
import { type Reading, readPages } from '../api/reading.ts';
import { type Db, get } from '../db/database.ts';
import type { OperationRow } from './rows.ts';

/** What a look at the platform's own list says about an operation whose key protects no longer. */
export type Finding =
  | { kind: 'found'; remoteId: string }
  /** The whole list was read and it is not there. */
  | { kind: 'absent' }
  /** The list cannot tell: a person must. */
  | { kind: 'unknown'; error: OperationError }
  /** The list could not be read now; the lane's state says why. */
  | { kind: 'later'; cause: OrganizerError };

/**
 * Looks for the operation's event among the organizer's events (GET `/events`, scope `events:read`): the same channel,
 * title and start, not yet claimed by another operation of the ledger. An item without a start proves nothing, so an
 * equal title without one leaves the question open.
 */
export async function lookForEvent(db: Db, reading: Reading, operation: OperationRow): Promise<Finding> {
  let doubtful = false;
  try {
    for await (const docs of readPages(reading, '/events')) {
      for (const item of docs) {
        const parsed = EventDocSchema.safeParse(item);
        const likeness = parsed.success ? compare(parsed.data, operation) : 'maybe';
        if (likeness === 'same' && parsed.success && !isClaimed(db, parsed.data.id)) {
          return { kind: 'found', remoteId: parsed.data.id };
        }
        if (likeness === 'maybe') doubtful = true;
      }
    }
  } catch (thrown) {
    if (!(thrown instanceof OrganizerError)) throw thrown;
    if (thrown.code === 'scope_missing') return { kind: 'unknown', error: review('no_read_scope', CANNOT_LOOK) };
    return { kind: 'later', cause: thrown };
  }
  return doubtful ? { kind: 'unknown', error: review('undecidable', UNDECIDABLE) } : { kind: 'absent' };
}

function compare(doc: EventDoc, operation: OperationRow): 'same' | 'maybe' | 'other' {
  if (doc.title === undefined) return 'maybe';
  if (doc.title.trim() !== operation.title.trim()) return 'other';
  if (doc.channelId !== undefined && doc.channelId !== operation.channel_id) return 'other';
  const start = doc.startAt === undefined ? Number.NaN : Date.parse(doc.startAt);
  if (Number.isNaN(start)) return 'maybe';
  return start === Date.parse(operation.start_at) ? 'same' : 'other';
}

function isClaimed(db: Db, remoteId: string): boolean {
  const row = get(db, 'SELECT count(*) AS n FROM operations WHERE remote_id = :remoteId', { remoteId });
  return z.object({ n: z.number() }).parse(row).n > 0;
}

const CANNOT_LOOK =
  'An attempt had no clear answer, and Pinned Events remembers a request for 15 minutes only, so sending again could publish it twice. The API key may not read events, so this app cannot look. Please look on Pinned Events, then say what you found.';
const UNDECIDABLE =
  'An attempt had no clear answer, and the list that Pinned Events gives does not tell whether this event is in it. Please look on Pinned Events, then say what you found.';

function review(code: string, message: string): OperationError {
  return { code, message, status: null, requestId: null, field: null };
}
