import { expect, test } from 'vitest';
import { startForTest } from '#practice/test-support.ts';
import { DoctorReportSchema, type DoctorStep, doctorSteps } from '#shared/doctor/report.ts';
import type { Organizer } from '../organizer.ts';
import type { Fetch } from '../ports.ts';
import { createMemorySecrets } from '../secrets/memory.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { addDrafts, nodeFetch, openOrganizer, publishAll } from '../testing/organizers.ts';

async function examine(organizer: Organizer) {
  const report = DoctorReportSchema.parse(await organizer.doctor());
  expect(report.findings.map(({ step }) => step)).toEqual(doctorSteps);
  for (const { found, state, todo } of report.findings) {
    expect(found.trim()).not.toBe('');
    expect(todo === null).toBe(state === 'ok' || state === 'skipped');
  }
  const of = (step: DoctorStep) => {
    const finding = report.findings.find((one) => one.step === step);
    if (finding === undefined) throw new Error(step);
    return finding;
  };
  const notOk = report.findings.filter(({ state }) => state !== 'ok').map(({ step, state }) => `${step} ${state}`);
  return { ...report, of, notOk };
}

async function connected(options: Parameters<typeof startForTest>[0] = {}) {
  const clock = manualClock();
  const server = await startForTest({ clock, ...options });
  const organizer = await openOrganizer({ server, clock });
  await organizer.keys.set(server.key);
  return { server, organizer, clock };
}

test('when all is well each step says so, and nothing is published', async () => {
  const { server, organizer } = await connected();
  addDrafts(organizer, 2);
  publishAll(organizer);
  const before = organizer.outbox.counts();
  const { healthy, notOk, of } = await examine(organizer);
  expect(notOk).toEqual([]);
  expect(healthy).toBe(true);
  expect(of('channels').found).toContain('The Lantern Room');
  expect(of('sending').found).toBe('2 events wait in the outbox.');
  expect(server.requests().filter(({ method }) => method !== 'GET')).toEqual([]);
  expect(organizer.outbox.counts()).toEqual(before);
});

test('findings come one after the other', async () => {
  const { organizer } = await connected();
  const seen: DoctorStep[] = [];
  await organizer.doctor(({ step }) => seen.push(step));
  expect(seen).toEqual(doctorSteps);
});

test('authentication: no key, a revoked one, one without a scope', async () => {
  const { server, organizer } = await connected();
  server.setScopes(server.key, ['events:create', 'channels:read']);
  expect((await examine(organizer)).notOk).toEqual(['key warn']);
  server.setScopes(server.key, ['events:create']);
  expect((await examine(organizer)).notOk).toEqual(['key warn', 'channels skipped']);
  server.revokeKey(server.key);
  const refused = await examine(organizer);
  expect(refused).toMatchObject({ healthy: false, keyRefused: true, notOk: ['key bad', 'channels skipped'] });
  expect(refused.of('key').todo).toContain('Create a key');

  const keyless = await openOrganizer({ server, secrets: createMemorySecrets(), seed: 2 });
  expect(await examine(keyless)).toMatchObject({ healthy: false, keyRefused: true });
});

test('forbidden channel: one that is held, and one that only drafts name', async () => {
  const { organizer } = await connected();
  addDrafts(organizer, 1, { channelId: 909 });
  const before = await examine(organizer);
  expect(before.notOk).toEqual(['channels warn']);
  expect(before.of('channels').found).toContain('909 (1 draft)');
  publishAll(organizer);
  await organizer.drain();
  const { of, healthy } = await examine(organizer);
  expect(healthy).toBe(false);
  expect(of('channels').state).toBe('bad');
  expect(of('channels').todo).toContain('owner');
});

test('validation: the refusal and its reason', async () => {
  const { organizer } = await connected();
  addDrafts(organizer, 1, { offers: [{ name: ' ', url: 'https://tickets.example/1', availability: 'available' }] });
  publishAll(organizer);
  await organizer.drain();
  const { of } = await examine(organizer);
  expect(of('refused')).toMatchObject({ state: 'bad', found: expect.stringContaining('offers.0.name') });
  expect(of('refused').found).toContain('1 event was refused');
});

test('duplicates: what is in doubt', async () => {
  const { server, organizer } = await connected({ scopes: ['channels:read', 'events:create'] });
  server.faults.next('errorAfterCommit', { route: 'POST /events', times: 20 });
  addDrafts(organizer, 1);
  publishAll(organizer);
  await organizer.drain();
  expect(organizer.outbox.counts().needsReview).toBe(1);
  const { of } = await examine(organizer);
  expect(of('doubts')).toMatchObject({ state: 'bad', todo: expect.stringContaining('It is there') });
});

test('limits: who is asked to slow down is told so, and until when', async () => {
  const { server, organizer, clock } = await connected();
  server.faults.next('rateLimited', { route: 'POST /events', retryAfterMs: 60_000 });
  addDrafts(organizer, 1);
  publishAll(organizer);
  const stop = new AbortController();
  await organizer.drain({ signal: stop.signal, onProgress: ({ lane }) => lane.condition === 'paused' && stop.abort() });
  expect((await examine(organizer)).of('limits')).toMatchObject({
    state: 'warn',
    found: expect.stringContaining('asked to slow down until'),
  });
  clock.advance(60_001);
  expect((await examine(organizer)).of('limits').state).toBe('ok');
});

test('not visible: what was sent as a draft is told', async () => {
  const { organizer } = await connected();
  addDrafts(organizer, 1, { publishAs: 'draft' });
  addDrafts(organizer, 1, { title: 'For all', publishAs: 'published' });
  publishAll(organizer);
  await organizer.drain();
  expect((await examine(organizer)).of('visible')).toMatchObject({
    state: 'warn',
    found: '1 event was sent as a draft, and 1 as published. Drafts are not visible to visitors.',
  });
});

test('a contract that every event would break, and one on its way out', async () => {
  const { server, organizer } = await connected({ contract: 'newField' });
  const stopped = await examine(organizer);
  expect(stopped.of('contract')).toMatchObject({ state: 'bad', found: expect.stringContaining('admission') });
  expect(stopped.of('sending').state).toBe('bad');
  server.setContract('deprecated');
  expect((await examine(organizer)).notOk).toEqual(['contract warn']);
});

const failing =
  (code: string): Fetch =>
  async () => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
  };

test.each<[string, Fetch, RegExp]>([
  ['a name that is not found', failing('ENOTFOUND'), /name .* was not found/],
  ['nobody there', failing('ECONNREFUSED'), /takes no connection/],
  ['a certificate nobody trusts', failing('SELF_SIGNED_CERT_IN_CHAIN'), /certificate .* cannot be trusted/],
  ['no encryption', failing('ERR_SSL_PROTOCOL_ERROR'), /No encrypted connection/],
  ['anything else', failing('ECONNRESET'), /cannot be reached/],
  ['a sign-in page', async () => new Response('<html>', { headers: { 'content-type': 'text/html' } }), /web page/],
  ['a redirect', async () => new Response(null, { status: 302 }), /lead elsewhere/],
])('network: %s is told apart, and what needs the network is skipped', async (_, fetch, words) => {
  const server = await startForTest();
  const organizer = await openOrganizer({ server, fetch });
  const { notOk, of, healthy } = await examine(organizer);
  expect(notOk.slice(0, 1)).toEqual(['network bad']);
  expect(notOk).toEqual(expect.arrayContaining(['contract skipped', 'key skipped', 'channels skipped']));
  expect(of('network').found).toMatch(words);
  expect(healthy).toBe(false);
});

test('a clock that is far off is told, and in which direction', async () => {
  const { server } = await connected();
  const behind = await openOrganizer({ server, clock: manualClock(manualClock().now() - 20 * 60_000), seed: 2 });
  expect((await examine(behind)).of('clock').found).toBe('The clock of this computer is 20 minutes behind the server.');
  const ahead = await openOrganizer({ server, clock: manualClock(manualClock().now() + 20 * 60_000), seed: 3 });
  expect((await examine(ahead)).of('clock').found).toContain('ahead of');
});

test('another platform is never asked', async () => {
  const { organizer, server } = await connected();
  await organizer.close();
  const asked: string[] = [];
  const fetch: Fetch = (url, init) => {
    asked.push(url);
    return nodeFetch(url, init);
  };
  const foreign = await openOrganizer({
    server,
    fetch,
    dataDir: organizer.dataDir,
    apiUrl: 'https://pinned.invalid',
    seed: 2,
  });
  const { of, healthy } = await examine(foreign);
  expect(of('address').state).toBe('bad');
  expect(of('network').state).toBe('skipped');
  expect(healthy).toBe(false);
  expect(asked).toEqual([]);
});
