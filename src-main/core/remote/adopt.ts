import { z } from 'zod';
import { foldText } from '#shared/calendar/text/fold.ts';
import { type DraftFields, emptyDraftFields } from '#shared/drafts/draft.ts';
import { OrganizerError } from '#shared/errors.ts';
import { toCreateEventBody } from '#shared/publishing/event-body.ts';
import { publishProblems, summariseProblems } from '#shared/publishing/readiness.ts';
import { differencesOf, type RemoteDoc } from '#shared/remote/remote-doc.ts';
import { isTimeZone, localAt, resolveLocal } from '#shared/time/zoned.ts';
import { all, type Db, get, run, write } from '../db/database.ts';
import { type DraftRow, getDraftRow, insertDraft, parseDraftRow, setDraftOperation } from '../drafts/rows.ts';
import { asStep } from '../history/step.ts';
import { trustDraft } from '../outbox/after-restore/restored.ts';
import { isClaimed } from '../outbox/attempt/reconcile.ts';
import { type EnqueueParts, insertOperation } from '../outbox/queue/freeze.ts';
import { findRemoteDoc } from './view-list.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * Makes an event that exists on the platform a tracked one: a delivered draft, known to the ledger, so that it is never
 * published a second time from here. A draft that is the same event already is linked; else one is made. Returns its id.
 * @param draftId which draft is meant, when several could be
 * @throws OrganizerError `not_found`, or `not_allowed` with the reason: above all while something in the outbox may be
 * this very event, because taking it away would make the outbox send that again.
 */
export function adoptRemoteEvent(parts: EnqueueParts, remoteId: string, draftId: string | null, nowMs: number): string {
  const { db, random, workspaceId } = parts;
  return write(db, () => {
    const doc = findRemoteDoc(db, remoteId);
    if (doc === null)
      throw new OrganizerError('not_found', `There is no event ${remoteId} in the list that was read last.`);
    if (isClaimed(db, remoteId)) throw refuse('A draft stands for this event already.');
    const fields = toFields(doc);
    const problems = publishProblems(fields);
    if (problems.length > 0)
      throw refuse(`Pinned Events does not tell enough of this event to track it. ${summariseProblems(problems)}`);
    const draft = sameDraft(db, fields, draftId) ?? makeDraft(parts, fields, nowMs);
    const body = toCreateEventBody(fields, ['description', 'capacity']);
    refuseRivals(db, draft, body.channelId, Date.parse(body.startAt), fields.title);
    const id = random.uuid();
    insertOperation(db, { id, draft, body, workspaceId, uncertainSince: null }, nowMs);
    run(
      db,
      `UPDATE operations SET state = 'delivered', remote_id = :remoteId, key_seen = 1, finished_at = :nowMs
       WHERE id = :id`,
      { id, remoteId, nowMs },
    );
    setDraftOperation(db, draft.id, id);
    trustDraft(db, draft.id);
    run(db, 'UPDATE platform_events SET differences = :differences WHERE remote_id = :remoteId', {
      remoteId,
      differences: JSON.stringify(differencesOf(body, doc)),
    });
    return draft.id;
  });
}

const refuse = (message: string) => new OrganizerError('not_allowed', message);

/** What the platform tells of an event, as a draft has it. */
function toFields(doc: RemoteDoc): DraftFields {
  const empty = emptyDraftFields();
  const timeZone = doc.timezone !== undefined && isTimeZone(doc.timezone) ? doc.timezone : null;
  const local = (text: string | undefined) => {
    const ms = text === undefined ? Number.NaN : Date.parse(text);
    return timeZone === null || Number.isNaN(ms) ? null : localAt(ms, timeZone);
  };
  const startLocal = local(doc.startAt);
  const city = doc.approxLocation?.city;
  return {
    ...empty,
    title: doc.title ?? '',
    startLocal,
    // A clock time that comes twice is told apart by the moment that the platform gives.
    startFold: isLater(startLocal, timeZone, doc.startAt) ? 'later' : 'earlier',
    endLocal: local(doc.endAt),
    timeZone,
    channelId: doc.channelId ?? null,
    classifications: doc.classifications ?? [],
    placeId: city?.placeId ?? null,
    placeName: city?.name ?? null,
    countryCode: /^[A-Z]{2}$/.test(city?.countryCode ?? '') ? (city?.countryCode ?? null) : null,
    locationName: doc.locationName ?? '',
    coverImage: doc.coverImage ?? null,
    description: doc.description ?? '',
    capacity: doc.capacity ?? null,
    publishAs: doc.status === 'draft' ? 'draft' : 'published',
  };
}

function isLater(local: string | null, timeZone: string | null, at: string | undefined): boolean {
  if (local === null || timeZone === null || at === undefined) return false;
  const earlier = resolveLocal(local, timeZone, 'earlier');
  return earlier.ok && earlier.overlap && Math.abs(Date.parse(at) - earlier.epochMs) >= 60_000;
}

const IdRow = z.object({ id: z.string() });

/** The draft that is this event already; null when there is none. */
function sameDraft(db: Db, fields: DraftFields, draftId: string | null): DraftRow | null {
  const found = draftId === null ? likeDrafts(db, fields) : [getDraftRow(db, draftId)];
  if (found.length > 1)
    throw refuse(`${found.length} drafts could be this event. Say which: ${found.map(({ id }) => id).join(', ')}.`);
  const [draft] = found;
  if (draft === undefined) return null;
  const live = get(
    db,
    `SELECT id FROM operations WHERE draft_id = :id AND state IN ('queued', 'sending', 'needsReview', 'delivered')`,
    { id: draft.id },
  );
  if (live !== undefined)
    throw refuse('That draft is in the outbox or delivered already. Settle or cancel it there first.');
  return draft;
}

function likeDrafts(db: Db, fields: DraftFields): DraftRow[] {
  const at = momentOf(fields);
  if (at === null) return [];
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 16);
  return all(db, `SELECT id FROM drafts WHERE deleted_at IS NULL AND start_local BETWEEN :from AND :to`, {
    from: day(at - DAY_MS),
    to: day(at + DAY_MS),
  })
    .map((row) => getDraftRow(db, IdRow.parse(row).id))
    .filter(
      (draft) =>
        momentOf(draft.fields) === at &&
        plain(draft.fields.title) === plain(fields.title) &&
        (draft.fields.channelId ?? fields.channelId) === fields.channelId &&
        !isDelivered(db, draft.id),
    );
}

function isDelivered(db: Db, draftId: string): boolean {
  return (
    get(db, `SELECT 1 FROM operations WHERE draft_id = :draftId AND state = 'delivered'`, { draftId }) !== undefined
  );
}

function momentOf({ startLocal, timeZone, startFold }: DraftFields): number | null {
  if (startLocal === null || timeZone === null) return null;
  const resolved = resolveLocal(startLocal, timeZone, startFold);
  return resolved.ok ? resolved.epochMs : null;
}

const plain = (title: string) => foldText(title).replace(/\s+/g, ' ').trim();

/** Something whose fate is open may be this event: it has to be settled first, or it would be sent a second time. */
function refuseRivals(db: Db, draft: DraftRow, channelId: number, startMs: number, title: string): void {
  const rivals = all(
    db,
    `SELECT title FROM operations
     WHERE channel_id = :channelId AND start_ms = :startMs AND draft_id <> :draftId
       AND (state IN ('queued', 'sending', 'needsReview') OR (state = 'delivered' AND remote_id IS NULL))`,
    { channelId, startMs, draftId: draft.id },
  ).map((row) => z.object({ title: z.string() }).parse(row).title);
  if (rivals.some((one) => plain(one) === plain(title)))
    throw refuse(
      'An event in the outbox may be this very one. Let it arrive, or settle it there, and read the list again.',
    );
}

function makeDraft({ db, random }: EnqueueParts, fields: DraftFields, nowMs: number): DraftRow {
  const id = random.uuid();
  asStep(db, { kind: 'adopt' }, nowMs, () =>
    insertDraft(db, { id, fields, sourceKey: null, sourceId: null, importedFields: null, importId: null }, nowMs),
  );
  return parseDraftRow(get(db, 'SELECT * FROM drafts WHERE id = :id', { id }));
}
