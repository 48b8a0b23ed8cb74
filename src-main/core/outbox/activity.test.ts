import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startForTest } from '#practice/test-support.ts';
import { manualClock } from '../testing/manual-clock.ts';
import {
  addDrafts,
  drainUntil,
  impatientFetch,
  onlyOperation,
  openOrganizer,
  publishAll,
} from '../testing/organizers.ts';

async function oneDraft(scopes?: ('channels:read' | 'events:create')[]) {
  const clock = manualClock();
  const server = await startForTest({ clock, ...(scopes && { scopes }) });
  const organizer = await openOrganizer({ server, clock, fetch: impatientFetch });
  const [draftId = ''] = addDrafts(organizer, 1, { title: 'Very private party' });
  const lines = () =>
    organizer.outbox.activity(draftId).map(({ kind, outcome, status }) => [kind, outcome, status] as const);
  return { clock, server, organizer, draftId, lines };
}

test('each attempt is told with its status, and what came of it', async () => {
  const { server, organizer, draftId, lines } = await oneDraft();
  expect(organizer.outbox.activity(draftId)).toEqual([]);
  publishAll(organizer);
  server.faults.next('resetAfterCommit', { route: 'POST /events' });
  server.faults.next('errorAfterCommit', { route: 'POST /events' });
  server.faults.next('rateLimited', { route: 'POST /events' });
  await organizer.drain();
  expect(lines()).toEqual([
    ['queued', null, null],
    ['send', 'unclear', null],
    ['send', 'unclear', 500],
    ['send', 'throttled', 429],
    ['send', 'delivered', 201],
  ]);
  const failed = organizer.outbox.activity(draftId)[2];
  expect(failed?.requestId).toEqual(expect.any(String));
});

test('a look, and the word of the person', async () => {
  const { clock, server, organizer, lines } = await oneDraft(['channels:read', 'events:create']);
  publishAll(organizer);
  server.faults.next('resetAfterCommit', { route: 'POST /events' });
  await drainUntil(organizer, () => true);
  clock.advance(20 * 60_000);
  await organizer.drain();
  organizer.outbox.resolve(onlyOperation(organizer).id, 'itIsThere');
  expect(lines()).toEqual([
    ['queued', null, null],
    ['send', 'unclear', null],
    ['look', 'unknown', null],
    ['confirmed', null, null],
  ]);
});

test('what was cancelled and queued again stands there with both', async () => {
  const { clock, organizer, lines } = await oneDraft();
  publishAll(organizer);
  clock.advance(1_000);
  organizer.outbox.drop(onlyOperation(organizer).id);
  clock.advance(1_000);
  publishAll(organizer);
  await organizer.drain();
  expect(lines().map(([kind]) => kind)).toEqual(['queued', 'cancelled', 'queued', 'send']);
});

test('there are no payloads and no keys in it', async () => {
  const { server, organizer, draftId } = await oneDraft();
  publishAll(organizer);
  server.faults.next('errorBeforeCommit', { route: 'POST /events' });
  await organizer.drain();
  const text = JSON.stringify(organizer.outbox.activity(draftId));
  expect(text).not.toContain('private');
  expect(text).not.toContain(server.key);
  const stored = readFileSync(join(organizer.dataDir, 'organizer.db'), 'latin1');
  expect(stored).not.toContain(server.key);
});
