import { describe, expect, test } from 'vitest';
import { startForTest } from '#practice/test-support.ts';
import type { Fetch } from '../ports.ts';
import { createMemorySecrets } from '../secrets/memory.ts';
import { addDrafts, openOrganizer, publishAll } from '../testing/organizers.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';
import { cleanKey } from './keys.ts';
import { platformOf } from './platform.ts';

const real = 'https://pinned.events';

describe('which platform an address stands for', () => {
  test.each(['http://127.0.0.1:4000', 'http://localhost:1', 'https://127.9.9.9', 'http://[::1]:5'])(
    '%s is practice',
    (url) => expect(platformOf(url)).toBe('practice'),
  );

  test.each([
    [real, real],
    [`${real}/`, real],
    ['https://PINNED.events/some/path', real],
    ['https://staging.pinned.events', 'https://staging.pinned.events'],
  ])('%s is %s', (url, platform) => expect(platformOf(url)).toBe(platform));

  test.each(['http://pinned.events', 'ftp://127.0.0.1.example.org', 'http://localhost.example.org', 'pinned', ''])(
    '%o is refused: the key would travel unencrypted, or nowhere',
    (url) => expect(() => platformOf(url)).toThrowError(expect.objectContaining({ code: 'usage' })),
  );
});

describe('a workspace that belongs to practice', () => {
  test('never sends anything to the real platform', async () => {
    const server = await startForTest();
    const practice = await openOrganizer({ server });
    await practice.keys.check();
    await practice.close();
    const calls: string[] = [];
    const spy: Fetch = async (url) => {
      calls.push(url);
      return Response.json({});
    };
    const organizer = await openOrganizer({ dataDir: practice.dataDir, seed: 2, apiUrl: real, fetch: spy });
    addDrafts(organizer, 1);
    publishAll(organizer);
    expect(organizer.outbox.lane()).toMatchObject({ condition: 'blocked', reason: 'wrong_platform' });
    await expect(organizer.drain()).rejects.toMatchObject({ code: 'wrong_platform' });
    await expect(organizer.keys.set('real-key')).rejects.toMatchObject({ code: 'wrong_platform' });
    await expect(organizer.keys.check()).rejects.toMatchObject({ code: 'wrong_platform' });
    await expect(organizer.refreshCatalog()).rejects.toMatchObject({ code: 'wrong_platform' });
    expect(calls).toEqual([]);
    expect(await organizer.state()).toMatchObject({ mode: 'practice' });
  });

  test('may meet another practice server, which starts its ids anew', async () => {
    const first = await startForTest();
    const organizer = await openOrganizer({ server: first });
    addDrafts(organizer, 2);
    publishAll(organizer);
    await organizer.drain();
    await organizer.close();
    const second = await startForTest();
    const again = await openOrganizer({ server: second, dataDir: organizer.dataDir, seed: 2 });
    addDrafts(again, 2, { title: 'Later' });
    publishAll(again);
    expect((await again.drain()).counts).toMatchObject({ delivered: 4 });
    expect(second.events()).toHaveLength(2);
  });
});

test('a workspace of the real platform never sends anything to practice', async () => {
  const dataDir = temporaryDirectory();
  const offline: Fetch = async () => {
    throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
  };
  const organizer = await openOrganizer({ dataDir, apiUrl: real, fetch: offline });
  await expect(organizer.keys.check()).rejects.toMatchObject({ code: 'offline' });
  await organizer.close();
  const server = await startForTest();
  const practice = await openOrganizer({ server, dataDir, seed: 2 });
  await expect(practice.keys.check()).rejects.toMatchObject({ code: 'wrong_platform' });
  expect(server.requests()).toEqual([]);
});

test('a workspace without a key belongs to nobody yet', async () => {
  const organizer = await openOrganizer({ apiUrl: real, secrets: createMemorySecrets() });
  addDrafts(organizer, 1);
  publishAll(organizer);
  await organizer.drain();
  expect(await organizer.state()).toMatchObject({ mode: 'new', hasKey: false });
  await organizer.close();
  const server = await startForTest();
  const practice = await openOrganizer({ server, dataDir: organizer.dataDir, seed: 2 });
  await practice.drain();
  expect(server.events()).toHaveLength(1);
});

describe('a pasted key', () => {
  test('loses the white space around it', () => expect(cleanKey(' \tkey-1\r\n')).toBe('key-1'));

  test.each(['', ' \n', 'two words', 'a\nb', 'schlüssel', 'k'.repeat(2_001)])('%o is refused', (text) => {
    expect(() => cleanKey(text)).toThrowError(expect.objectContaining({ code: 'usage' }));
  });
});
