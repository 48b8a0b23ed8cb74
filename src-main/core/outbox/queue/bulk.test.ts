import { describe, expect, test } from 'vitest';
import { startForTest } from '#practice/test-support.ts';
import type { WhichOperations } from '#shared/contract/contract.ts';
import { importCalendar } from '../../testing/calendars.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import { addDrafts, exactlyOnce, openOrganizer, operations, publishAll } from '../../testing/organizers.ts';

const everything: WhichOperations = { kind: 'filter', filter: { states: [] } };

async function queued(count: number) {
  const clock = manualClock();
  const server = await startForTest({ clock });
  const organizer = await openOrganizer({ server, clock });
  const drafts = addDrafts(organizer, count);
  publishAll(organizer);
  return { clock, server, organizer, drafts };
}

test('ten thousand drafts are queued in one transaction: all of them, or none', async () => {
  const organizer = await openOrganizer();
  const day = (n: number) => new Date(Date.UTC(2027, 0, 1 + (n % 365))).toISOString().slice(0, 10);
  const rows = Array.from({ length: 10_000 }, (_, n) => `${n},Show ${n},${day(n)} 20:00`);
  await importCalendar(organizer, ['id,title,start', ...rows]);
  const { mark } = organizer.publish({ selection: { kind: 'all' }, dryRun: true });
  addDrafts(organizer, 1);
  expect(() => organizer.publish({ selection: { kind: 'all' }, dryRun: false, reviewed: mark })).toThrow(
    expect.objectContaining({ code: 'plan_changed' }),
  );
  expect(organizer.outbox.counts().queued).toBe(0);
  expect(publishAll(organizer).queued).toBe(10_001);
  expect(organizer.outbox.counts().queued).toBe(10_001);
  expect(organizer.outbox.dropMany(everything)).toEqual({ done: 10_001, left: 0, problems: [] });
});

describe('cancelling many', () => {
  test('takes out only what no request can have carried out', async () => {
    const { server, organizer } = await queued(5);
    server.faults.next('resetBeforeCommit', { route: 'POST /events' });
    const stop = new AbortController();
    await organizer.drain({ signal: stop.signal, onProgress: () => stop.abort() });
    expect(organizer.outbox.dropMany(everything)).toMatchObject({ done: 4, left: 1 });
    await organizer.drain();
    expect(organizer.outbox.counts()).toMatchObject({ delivered: 1, cancelled: 4 });
    expect(exactlyOnce(server, 1)).toBe(true);
  });

  test('can be undone by name, and the drafts are free meanwhile', async () => {
    const { server, organizer } = await queued(3);
    const ids = operations(organizer).map(({ id }) => id);
    organizer.outbox.dropMany({ kind: 'ids', ids });
    expect(organizer.drafts.list({ search: '', status: 'ready', importId: null, limit: 9, offset: 0 }).total).toBe(3);
    expect(organizer.outbox.retryMany(everything)).toMatchObject({ done: 0, left: 3 });
    expect(organizer.outbox.retryMany({ kind: 'ids', ids })).toMatchObject({ done: 3, left: 0 });
    await organizer.drain();
    expect(exactlyOnce(server, 3)).toBe(true);
  });
});

test('cancelled and put back, a batch that was meant as drafts stays one; an edit since decides anew', async () => {
  const clock = manualClock();
  const server = await startForTest({ clock });
  const organizer = await openOrganizer({ server, clock });
  const [, second = ''] = addDrafts(organizer, 2);
  organizer.publish({ selection: { kind: 'all' }, publishAs: 'draft', dryRun: false });
  const ids = operations(organizer).map(({ id }) => id);
  clock.advance(1_000);
  organizer.outbox.dropMany({ kind: 'ids', ids });
  clock.advance(1_000);
  organizer.drafts.save(second, { ...organizer.drafts.get(second).fields, title: 'Edited' });
  organizer.outbox.retryMany({ kind: 'ids', ids });
  await organizer.drain();
  const statuses = server.events().map(({ doc }) => [doc.title, doc.status]);
  expect(statuses.toSorted()).toEqual([
    ['Edited', 'published'],
    ['Event 1', 'draft'],
  ]);
});

describe('trying many again', () => {
  test('starts refused ones anew with new keys, and leaves what is delivered', async () => {
    const { server, organizer, drafts } = await queued(4);
    for (const id of drafts.slice(0, 2))
      organizer.drafts.save(id, { ...organizer.drafts.get(id).fields, classifications: ['no-such-thing'] });
    await organizer.drain();
    expect(organizer.outbox.counts()).toMatchObject({ delivered: 2, rejected: 2 });
    for (const id of drafts.slice(0, 2))
      organizer.drafts.save(id, { ...organizer.drafts.get(id).fields, classifications: ['music'] });
    const result = organizer.outbox.retryMany({ kind: 'filter', filter: { states: ['rejected', 'delivered'] } });
    expect(result).toMatchObject({ done: 2, left: 2, problems: [] });
    await organizer.drain();
    expect(exactlyOnce(server, 4)).toBe(true);
  });

  test('says why single ones cannot', async () => {
    const { organizer, drafts } = await queued(2);
    const ids = operations(organizer).map(({ id }) => id);
    organizer.outbox.dropMany({ kind: 'ids', ids });
    organizer.drafts.remove(drafts.slice(0, 1));
    const result = organizer.outbox.retryMany({ kind: 'ids', ids });
    expect(result).toMatchObject({ done: 1, left: 1 });
    expect(result.problems).toEqual([
      expect.objectContaining({ title: 'Event 1', reason: expect.stringContaining('trash') }),
    ]);
  });

  test('a search means the drafts that match it', async () => {
    const { organizer } = await queued(12);
    const filter = { states: [], search: 'event 1' };
    expect(
      organizer.outbox
        .list({ ...filter, limit: 50, offset: 0 })
        .items.map(({ title }) => title)
        .sort(),
    ).toEqual(['Event 1', 'Event 10', 'Event 11', 'Event 12']);
    expect(organizer.outbox.dropMany({ kind: 'filter', filter })).toMatchObject({ done: 4, left: 0 });
  });
});

test('pages of the list neither repeat nor leave out, across groups', async () => {
  const { server, organizer } = await queued(25);
  organizer.outbox.dropMany({
    kind: 'ids',
    ids: operations(organizer)
      .slice(0, 5)
      .map(({ id }) => id),
  });
  server.faults.next('resetBeforeCommit', { route: 'POST /events' });
  const stop = new AbortController();
  await organizer.drain({
    signal: stop.signal,
    onProgress: ({ counts }) => counts.delivered >= 4 && stop.abort(),
  });
  const whole = operations(organizer).map(({ id }) => id);
  const paged = [0, 7, 14, 21].flatMap((offset) =>
    organizer.outbox.list({ states: [], limit: 7, offset }).items.map(({ id }) => id),
  );
  expect(paged).toEqual(whole);
  expect(new Set(whole).size).toBe(25);
});
