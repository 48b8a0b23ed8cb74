import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { callFromPage, valueFromPage } from './support/bridge.ts';

// One after the other: all apps of a test run share the clipboard of one display.
test.describe.configure({ mode: 'default' });

const putIntoClipboard = (electron: ElectronApplication, text: string) =>
  electron.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
const clipboardText = (electron: ElectronApplication) => electron.evaluate(({ clipboard }) => clipboard.readText());

test('a pasted key goes to the keychain, works after a restart, and is nowhere else', async ({
  start,
  startPlatform,
  dataDir,
}) => {
  const key = 'pasted-key-5f0c1f7f4b5a4d6e';
  const platform = await startPlatform({ key });
  const env = { PINNED_EVENTS_API_URL: platform.url };
  const first = await start(env);
  expect(await valueFromPage(first.page, 'getState')).toMatchObject({ hasKey: false });

  await putIntoClipboard(first.electron, `  ${key}\n`);
  const check = await valueFromPage(first.page, 'pasteKey');
  expect(check).toMatchObject({ ok: true, scopes: expect.arrayContaining(['channels:read']) });
  expect(check.channels.length).toBeGreaterThan(0);
  expect(await clipboardText(first.electron)).toBe('');
  expect(await valueFromPage(first.page, 'getState')).toMatchObject({ hasKey: true });
  // Neither what the page holds nor what it shows.
  expect(await first.page.content()).not.toContain(key);
  await first.quit();

  const second = await start(env);
  expect(await valueFromPage(second.page, 'checkKey')).toMatchObject({ ok: true });
  expect(await valueFromPage(second.page, 'removeKey')).toEqual({ done: 1 });
  expect(await valueFromPage(second.page, 'getState')).toMatchObject({ hasKey: false });
  await second.quit();

  expect(await filesWith(dataDir, key)).toEqual([]);
});

test('a refused key is not stored, and stays in the clipboard', async ({ start, startPlatform }) => {
  const platform = await startPlatform();
  const { electron, page } = await start({ PINNED_EVENTS_API_URL: platform.url });
  await putIntoClipboard(electron, 'a-key-that-nobody-gave-out');
  expect(await callFromPage(page, 'pasteKey')).toMatchObject({ ok: false, error: { code: 'key_refused' } });
  expect(await clipboardText(electron)).toBe('a-key-that-nobody-gave-out');
  expect(await valueFromPage(page, 'getState')).toMatchObject({ hasKey: false });
});

test('a clipboard without a key is said in a sentence', async ({ start, startPlatform }) => {
  const platform = await startPlatform();
  const { electron, page } = await start({ PINNED_EVENTS_API_URL: platform.url });
  for (const text of ['', 'two words', 'line one\nline two', 'x'.repeat(3_000)]) {
    await putIntoClipboard(electron, text);
    expect(await callFromPage(page, 'pasteKey')).toMatchObject({ ok: false, error: { code: 'usage' } });
  }
  expect(platform.requests()).toEqual([]);
});

test('a key from the environment reaches no child process and no file', async ({ start, startPlatform, dataDir }) => {
  const key = 'given-key-0d9d2c1b7e8f4a3b';
  const platform = await startPlatform({ key });
  const { electron, page, quit } = await start({ PINNED_EVENTS_API_URL: platform.url, PINNED_EVENTS_API_KEY: key });
  expect(await valueFromPage(page, 'checkKey')).toMatchObject({ ok: true });
  expect(await electron.evaluate(() => process.env.PINNED_EVENTS_API_KEY ?? null)).toBeNull();
  if (process.platform === 'linux') {
    const pids = await electron.evaluate(({ app }) => app.getAppMetrics().map((metric) => metric.pid));
    const mainPid = electron.process().pid;
    for (const pid of pids.filter((candidate) => candidate !== mainPid)) {
      expect(await readFile(`/proc/${pid}/environ`, 'latin1').catch(() => '')).not.toContain(key);
      expect(await readFile(`/proc/${pid}/cmdline`, 'latin1').catch(() => '')).not.toContain(key);
    }
  }
  await quit();
  expect(await filesWith(dataDir, key)).toEqual([]);
});

/** Every file below the folder that holds this text. */
async function filesWith(folder: string, text: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const path = join(entry.parentPath, entry.name);
    if ((await readFile(path)).includes(text)) found.push(path);
  }
  return found;
}
