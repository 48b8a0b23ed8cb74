import { OrganizerError } from '#shared/errors.ts';
import { toCreateEventBody } from '#shared/publishing/event-body.ts';
import { publishProblems } from '#shared/publishing/readiness.ts';
import { all, run, write } from '../../db/database.ts';
import { isDiskError } from '../../db/disk-errors.ts';
import { type DraftRow, parseDraftRow, setDraftOperation } from '../../drafts/rows.ts';
import { readSetting, WORKSPACE_ID } from '../../workspace/settings.ts';
import { cannotLook } from '../attempt/reconcile.ts';
import { laneGate } from '../lane/lane.ts';
import { insertOperation } from '../queue/freeze.ts';
import { holdLane } from '../sending/hold-lane.ts';
import { forgiveOldKey, type SenderParts } from '../sending/parts.ts';
import { lookInRememberedList, rememberList } from './remembered-list.ts';
import { distrustsNewDrafts, listRefusal, listState, noteListRefused, trustDraft } from './restored.ts';

/** A key that may not read events is tried again after this long: its scopes may have changed. In ms. */
const ASK_AGAIN_MS = 60 * 60_000;

/**
 * After a restore, before anything is sent: reads the platform's list once, and takes what is on it into the ledger.
 * Without the scope `events:read` it does nothing, and each doubt is left to the person. Returns true when it did
 * something.
 */
export async function catchUp(parts: SenderParts, key: string, signal?: AbortSignal): Promise<boolean> {
  const { db, api, clock } = parts;
  if (!distrustsNewDrafts(db) || listState(db) !== null) return false;
  const mark = parts.keyMark(key);
  const refused = listRefusal(db);
  if (refused?.keyMark === mark && Math.abs(clock.now() - refused.at) < ASK_AGAIN_MS) return false;
  if (laneGate(db, clock.now()).open !== 'send') return false;
  try {
    await rememberList(db, { api, key, signal }, () => clock.now());
  } catch (thrown) {
    if (!(thrown instanceof OrganizerError) || isDiskError(thrown)) throw thrown;
    const finding = cannotLook(thrown);
    write(db, () => {
      if (finding.kind !== 'later') noteListRefused(db, mark, clock.now());
      else if (signal?.aborted !== true) holdLane(db, finding, clock.now());
    });
    if (thrown.code === 'key_refused') await forgiveOldKey(parts, key);
    return true;
  }
  takeOver(parts, clock.now());
  return true;
}

const COLUMNS =
  'seq, id, fields, source_key, source_id, imported_fields, import_id, operation_id, updated_at, deleted_at';

/**
 * Drafts of the backup that are on the list become delivered, with the id they have there; those that surely are not
 * are like any other draft again. What the list cannot tell keeps its doubt.
 */
function takeOver(parts: SenderParts, nowMs: number): void {
  const { db } = parts;
  write(db, () => {
    const drafts = all(
      db,
      `SELECT ${COLUMNS} FROM drafts
       WHERE maybe_published = 1 AND NOT EXISTS (SELECT 1 FROM operations WHERE draft_id = drafts.id
         AND state IN ('queued', 'sending', 'needsReview', 'delivered'))`,
    ).map(parseDraftRow);
    for (const draft of drafts) settleDraft(parts, draft, nowMs);
  });
}

function settleDraft({ db, random }: SenderParts, draft: DraftRow, nowMs: number): void {
  // What lacks something can be completed later: it is looked up then.
  if (publishProblems(draft.fields).length > 0) return;
  const body = toCreateEventBody(draft.fields);
  const wanted = { id: '', channel_id: body.channelId, title: body.title, start_at: body.startAt };
  const finding = lookInRememberedList(db, wanted);
  if (finding === null || finding.kind === 'unknown') return;
  trustDraft(db, draft.id);
  if (finding.kind === 'absent') return;
  const id = random.uuid();
  insertOperation(
    db,
    { id, draft, body, workspaceId: readSetting(db, WORKSPACE_ID) ?? '', uncertainSince: null },
    nowMs,
  );
  run(
    db,
    `UPDATE operations SET state = 'delivered', remote_id = :remoteId, key_seen = 1, finished_at = :nowMs
     WHERE id = :id`,
    { id, remoteId: finding.remoteId, nowMs },
  );
  setDraftOperation(db, draft.id, id);
}
