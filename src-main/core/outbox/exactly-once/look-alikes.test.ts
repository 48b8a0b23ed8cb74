import { expect, test } from 'vitest';
import type { ApiClient } from '../../api/client.ts';
import { type Exchange, NO_LIMITS } from '../../api/exchange.ts';
import { run } from '../../db/database.ts';
import { openDatabase } from '../../db/open.ts';
import { saveDraft } from '../../drafts/edit.ts';
import { selectDrafts } from '../../drafts/rows.ts';
import { claimant } from '../../testing/claimant.ts';
import { readyFields } from '../../testing/organizers.ts';
import { seeded } from '../../testing/seeded.ts';
import { temporaryDirectory } from '../../testing/temporary-directory.ts';
import { type Claim, claimNext } from '../attempt/claim.ts';
import { finishAttempt } from '../attempt/finish.ts';
import { lookForEvent } from '../attempt/reconcile.ts';
import { resolveOperation } from '../queue/decide.ts';
import { enqueueDrafts } from '../queue/enqueue.ts';

/** What came back is told by the outcome here. */
const silence: Exchange = { kind: 'noAnswer', left: true, code: 'timeout' };

const T = Date.UTC(2026, 5, 12, 10);
const error = { code: 'timeout', message: 'Silence.', status: null, requestId: null, field: null };

/** Two drafts that are the same event, both in the outbox; and the platform's list with these ids of it. */
function twins(idsOnTheList: number[]) {
  const parts = { db: openDatabase(temporaryDirectory()), random: seeded(1), workspaceId: 'w' };
  const { db } = parts;
  for (let index = 0; index < 2; index += 1) saveDraft(parts, null, readyFields({ title: 'Twin' }), T);
  enqueueDrafts(parts, selectDrafts(db, { kind: 'all' }), { dryRun: false, refusedToo: false }, T);
  const docs = idsOnTheList.map((id) => ({ id, title: 'Twin', channelId: 101, startAt: '2026-07-12T20:00:00-04:00' }));
  const api: ApiClient = {
    send: async () => ({
      kind: 'answer',
      status: 200,
      json: { docs, page: 1, limit: 100, totalDocs: docs.length },
      html: false,
      retryAfterMs: null,
      limits: NO_LIMITS,
    }),
  };
  const take = () => claimNext(db, claimant('a'), T) as Claim;
  const look = (claim: Claim) => lookForEvent(db, { api, key: 'k' }, claim.operation, () => {});
  return { db, take, look };
}

test('an event that the ledger gives to another draft is not taken for this one', async () => {
  const { db, take, look } = twins([7]);
  const [lost, delivered] = [take(), take()];
  finishAttempt(db, delivered, { kind: 'delivered', remoteId: '7' }, silence, T, 0);
  expect(await look(lost)).toEqual({ kind: 'absent' });
});

test('of two such events, the one that nobody claims is taken', async () => {
  const { db, take, look } = twins([7, 8]);
  const [lost, delivered] = [take(), take()];
  finishAttempt(db, delivered, { kind: 'delivered', remoteId: '7' }, silence, T, 0);
  expect(await look(lost)).toEqual({ kind: 'found', remoteId: '8' });
});

test.each(['sending', 'queued', 'needsReview'])(
  'while a look-alike is %s and may have made it, a person must say whose it is',
  async (state) => {
    const { db, take, look } = twins([7]);
    const [lost, other] = [take(), take()];
    if (state !== 'sending') finishAttempt(db, other, { kind: 'unclear', error }, silence, T, 0);
    run(db, 'UPDATE operations SET state = :state WHERE id = :id', { state, id: other.operation.id });
    expect(await look(lost)).toMatchObject({ kind: 'unknown', error: { code: 'undecidable' } });
  },
);

test('an event that a person saw for a look-alike is not taken for this one too', async () => {
  const { db, take, look } = twins([7]);
  const [lost, seen] = [take(), take()];
  run(db, `UPDATE operations SET state = 'needsReview' WHERE id = :id`, { id: seen.operation.id });
  resolveOperation({ db, random: seeded(1), workspaceId: 'w' }, seen.operation.id, 'itIsThere', T);
  expect(await look(lost)).toMatchObject({ kind: 'unknown', error: { code: 'undecidable' } });
});

test('a look-alike that was never sent, or was refused, can have made nothing', async () => {
  const { db, take, look } = twins([7]);
  const lost = take();
  expect(await look(lost)).toEqual({ kind: 'found', remoteId: '7' });
  finishAttempt(db, take(), { kind: 'refused', error }, silence, T, 0);
  expect(await look(lost)).toEqual({ kind: 'found', remoteId: '7' });
});
