import { z } from 'zod';
import { OrganizerError } from '#shared/errors.ts';
import type { OperationError } from '#shared/outbox/operation.ts';
import { type EventDoc, EventDocSchema } from '../../api/answers.ts';
import { type Reading, ReadRefused, readPages } from '../../api/reading.ts';
import { type Db, get } from '../../db/database.ts';
import { isDiskError } from '../../db/disk-errors.ts';
import type { OperationRow } from '../rows.ts';

/** What a look at the platform's own list says about an operation whose key protects no longer. */
export type Finding =
  | { kind: 'found'; remoteId: string }
  /** The whole list was read and it is not there. */
  | { kind: 'absent' }
  /** The list cannot tell: a person must. */
  | { kind: 'unknown'; error: OperationError }
  /** The list could not be read now; the lane's state says why. */
  | { kind: 'later'; cause: OrganizerError; waitMs: number | null; costsAttempt: boolean };

/**
 * Looks for the operation's event among the organizer's events (GET `/events`, scope `events:read`): the same channel,
 * title and start, not yet claimed by another operation of the ledger. An item without a start proves nothing, so an
 * equal title without one leaves the question open; so does an event that a look-alike may have made as well, and a
 * list that ends before the platform says so.
 * @param onPage called after each page: a long list takes longer than a lease
 */
export async function lookForEvent(
  db: Db,
  reading: Reading,
  operation: OperationRow,
  onPage: () => void,
): Promise<Finding> {
  let doubtful = false;
  let complete = false;
  try {
    for await (const { docs, last } of readPages(reading, '/events')) {
      onPage();
      complete = last;
      const finding = judgeDocs(db, docs, operation);
      if (typeof finding === 'object') return finding;
      if (finding === 'maybe') doubtful = true;
    }
  } catch (thrown) {
    if (!(thrown instanceof OrganizerError) || isDiskError(thrown)) throw thrown;
    return cannotLook(thrown);
  }
  return conclude(doubtful, complete);
}

/** The event that is looked for, as its operation knows it. */
export type Wanted = Pick<OperationRow, 'id' | 'channel_id' | 'title' | 'start_at'>;

/** The same for a list that is there already. */
export function judgeList(
  db: Db,
  docs: readonly unknown[],
  complete: boolean,
  wanted: Wanted,
): Exclude<Finding, { kind: 'later' }> {
  const finding = judgeDocs(db, docs, wanted);
  return typeof finding === 'object' ? finding : conclude(finding === 'maybe', complete);
}

type Found = Exclude<Finding, { kind: 'later' | 'absent' }>;

function judgeDocs(db: Db, docs: readonly unknown[], wanted: Wanted): Found | 'maybe' | 'other' {
  let doubtful = false;
  for (const item of docs) {
    const parsed = EventDocSchema.safeParse(item);
    const likeness = parsed.success ? compare(parsed.data, wanted) : 'maybe';
    if (likeness === 'same' && parsed.success && !isClaimed(db, parsed.data.id)) {
      if (hasRival(db, wanted)) return { kind: 'unknown', error: review('undecidable', UNDECIDABLE) };
      return { kind: 'found', remoteId: parsed.data.id };
    }
    if (likeness === 'maybe') doubtful = true;
  }
  return doubtful ? 'maybe' : 'other';
}

function conclude(doubtful: boolean, complete: boolean): Exclude<Finding, { kind: 'later' }> {
  return doubtful || !complete ? { kind: 'unknown', error: review('undecidable', UNDECIDABLE) } : { kind: 'absent' };
}

/** What it means that the list could not be read. */
export function cannotLook(cause: OrganizerError): Finding {
  if (cause.code === 'scope_missing') return { kind: 'unknown', error: review('no_read_scope', CANNOT_LOOK) };
  return laterOrNever(cause);
}

/** Trouble that passes is waited for; an answer that would be the same tomorrow leaves the question to a person. */
function laterOrNever(cause: OrganizerError): Finding {
  if (cause.code !== 'platform_error') return { kind: 'later', cause, waitMs: null, costsAttempt: false };
  const answer = cause instanceof ReadRefused && cause.exchange.kind === 'answer' ? cause.exchange : null;
  const throttled = answer?.status === 429;
  if (answer === null || !(throttled || answer.status === 408 || answer.status >= 500))
    return { kind: 'unknown', error: review('undecidable', UNDECIDABLE) };
  return { kind: 'later', cause, waitMs: answer.retryAfterMs, costsAttempt: !throttled };
}

function compare(doc: EventDoc, operation: Wanted): 'same' | 'maybe' | 'other' {
  if (doc.title === undefined) return 'maybe';
  if (doc.title.trim() !== operation.title.trim()) return 'other';
  if (doc.channelId !== undefined && doc.channelId !== operation.channel_id) return 'other';
  const start = doc.startAt === undefined ? Number.NaN : Date.parse(doc.startAt);
  if (Number.isNaN(start)) return 'maybe';
  return start === Date.parse(operation.start_at) ? 'same' : 'other';
}

/** True when another operation of the ledger stands for that event. */
export function isClaimed(db: Db, remoteId: string): boolean {
  const row = get(db, 'SELECT count(*) AS n FROM operations WHERE remote_id = :remoteId', { remoteId });
  return z.object({ n: z.number() }).parse(row).n > 0;
}

/**
 * True when the same event was, or may have been, sent by another operation too, and the ledger does not say which event
 * is that one's: then nobody knows whose this is. One that a person saw on the platform is delivered without an id.
 */
function hasRival(db: Db, { id, channel_id, title, start_at }: Wanted): boolean {
  const row = get(
    db,
    // The first condition on the state is there for the index of events that look alike.
    `SELECT count(*) AS n FROM operations
     WHERE state IN ('queued', 'sending', 'needsReview', 'delivered') AND channel_id = :channelId AND start_ms = :startMs
       AND id <> :id AND trim(title) = trim(:title)
       AND (state IN ('sending', 'needsReview') OR (state = 'queued' AND first_uncertain_at IS NOT NULL)
         OR (state = 'delivered' AND remote_id IS NULL))`,
    { id, channelId: channel_id, title, startMs: Date.parse(start_at) },
  );
  return z.object({ n: z.number() }).parse(row).n > 0;
}

const CANNOT_LOOK =
  'An attempt had no clear answer, and Pinned Events remembers a request for 15 minutes only, so sending again could publish it twice. The API key may not read events, so this app cannot look. Please look on Pinned Events, then say what you found.';
const UNDECIDABLE =
  'An attempt had no clear answer, and the list that Pinned Events gives does not tell whether this event is in it. Please look on Pinned Events, then say what you found.';

function review(code: string, message: string): OperationError {
  return { code, message, status: null, requestId: null, field: null };
}
