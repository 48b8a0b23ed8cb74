import { describe, expect, test } from 'vitest';
import { startForTest } from '#practice/test-support.ts';
import { manualClock, START_MS } from '../../testing/manual-clock.ts';
import {
  addDrafts,
  exactlyOnce,
  onlyOperation,
  openOrganizer,
  operations,
  publishAll,
  readyFields,
} from '../../testing/organizers.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

async function workspace() {
  const clock = manualClock();
  const server = await startForTest({ clock });
  return { clock, server, organizer: await openOrganizer({ server, clock }) };
}

/** A draft that begins so many hours after now. */
const beginsIn = (hours: number) => {
  const start = new Date(START_MS + hours * HOUR).toISOString().slice(0, 16);
  return readyFields({ startLocal: start, timeZone: 'UTC' });
};

describe('what waited for more than a day', () => {
  test('asks, and is not sent by itself', async () => {
    const { clock, server, organizer } = await workspace();
    addDrafts(organizer, 3);
    publishAll(organizer);
    clock.advance(DAY + 1);
    const { counts } = await organizer.drain();
    expect(counts).toMatchObject({ queued: 3, delivered: 0 });
    expect(organizer.outbox.asking()).toBe(3);
    expect(operations(organizer).map(({ asks }) => asks)).toEqual(['waited', 'waited', 'waited']);
    expect(server.requests().filter(({ method }) => method === 'POST')).toEqual([]);
  });

  test('goes out when the person says so, and only that', async () => {
    const { clock, server, organizer } = await workspace();
    addDrafts(organizer, 3);
    publishAll(organizer);
    clock.advance(DAY + 1);
    await organizer.drain();
    organizer.outbox.retry(operations(organizer)[0]?.id ?? '');
    await organizer.drain();
    expect(organizer.outbox.counts()).toMatchObject({ queued: 2, delivered: 1 });
    expect(
      organizer.outbox.retryMany({ kind: 'filter', filter: { states: [], search: '', asking: true } }),
    ).toMatchObject({ done: 2, left: 0 });
    await organizer.drain();
    expect(exactlyOnce(server, 3)).toBe(true);
  });

  test('asks again after another day', async () => {
    const { clock, organizer } = await workspace();
    addDrafts(organizer, 1);
    publishAll(organizer);
    organizer.outbox.setPaused(true);
    clock.advance(DAY + 1);
    organizer.outbox.retry(onlyOperation(organizer).id);
    clock.advance(DAY + 1);
    organizer.outbox.setPaused(false);
    await organizer.drain();
    expect(onlyOperation(organizer)).toMatchObject({ state: 'queued', asks: 'waited' });
  });

  test('may be cancelled, or edited, which is a word of the person too', async () => {
    const { clock, server, organizer } = await workspace();
    const [kept = '', dropped = ''] = addDrafts(organizer, 2);
    publishAll(organizer);
    clock.advance(DAY + 1);
    await organizer.drain();
    for (const { id, draftId } of operations(organizer)) if (draftId === dropped) organizer.outbox.drop(id);
    organizer.drafts.save(kept, readyFields({ title: 'Later than planned' }));
    await organizer.drain();
    expect(server.events().map(({ doc }) => doc.title)).toEqual(['Later than planned']);
    expect(organizer.outbox.asking()).toBe(0);
  });

  test('a day less a moment is not late', async () => {
    const { clock, server, organizer } = await workspace();
    addDrafts(organizer, 1);
    publishAll(organizer);
    clock.advance(DAY);
    await organizer.drain();
    expect(exactlyOnce(server, 1)).toBe(true);
  });

  test('survives a restart', async () => {
    const { clock, server, organizer } = await workspace();
    addDrafts(organizer, 1);
    publishAll(organizer);
    clock.advance(DAY + 1);
    await organizer.drain();
    await organizer.close();
    const again = await openOrganizer({ server, clock, dataDir: organizer.dataDir, seed: 2 });
    await again.drain();
    expect(onlyOperation(again)).toMatchObject({ state: 'queued', asks: 'waited' });
  });
});

describe('an event that has begun', () => {
  test('since it was queued asks first', async () => {
    const { clock, organizer } = await workspace();
    organizer.drafts.save(null, beginsIn(2));
    publishAll(organizer);
    clock.advance(2 * HOUR);
    await organizer.drain();
    expect(onlyOperation(organizer)).toMatchObject({ state: 'queued', asks: 'begun', droppable: true });
  });

  test('before it was queued is meant: the plan said so', async () => {
    const { server, organizer } = await workspace();
    organizer.drafts.save(null, beginsIn(-2));
    expect(organizer.publish({ selection: { kind: 'all' }, dryRun: true })).toMatchObject({ queued: 1, begun: 1 });
    publishAll(organizer);
    await organizer.drain();
    expect(exactlyOnce(server, 1)).toBe(true);
  });

  test('begins at its own time, wherever that is', async () => {
    const { clock, organizer } = await workspace();
    // Ten in the morning in UTC; Tokyo is nine hours ahead, so eight in the evening there is an hour away.
    organizer.drafts.save(null, readyFields({ startLocal: '2026-06-12T20:00', timeZone: 'Asia/Tokyo' }));
    publishAll(organizer);
    clock.advance(HOUR);
    await organizer.drain();
    expect(onlyOperation(organizer).asks).toBe('begun');
  });
});

test('a doubt is looked into, however old it is; what is found absent asks', async () => {
  const { clock, server, organizer } = await workspace();
  addDrafts(organizer, 2);
  publishAll(organizer);
  server.faults.next('resetAfterCommit', { route: 'POST /events' });
  server.faults.next('resetBeforeCommit', { route: 'POST /events' });
  const stop = new AbortController();
  await organizer.drain({
    signal: stop.signal,
    onProgress: () => server.requests().length >= 2 && stop.abort(),
  });
  clock.advance(2 * DAY);
  await organizer.drain();
  expect(organizer.outbox.counts()).toMatchObject({ queued: 1, delivered: 1 });
  expect(organizer.outbox.asking()).toBe(1);
  expect(exactlyOnce(server, 1)).toBe(true);
});
