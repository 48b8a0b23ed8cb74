// Attack: a page that runs somebody else's script, or a window that somebody else opened.
// Invariant: it reaches nothing but the named functions of the contract, and those take nothing but their own input.
import { join } from 'node:path';
import { coreCalls, mainCalls } from '#shared/contract/names.ts';
import { projectRoot } from '../scripts/runtime/paths.ts';
import { expect, test } from './support/app.ts';
import { callFromPage } from './support/bridge.ts';
import { startPractising } from './support/steps.ts';

test.use({ complaintsExpected: true });

test('the page has no Node, and the contract’s functions only', async ({ start }) => {
  const { electron, page } = await start();
  const found = await page.evaluate(() => {
    const world = globalThis as unknown as Record<string, unknown>;
    const names = ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron', '__dirname'];
    return { present: names.filter((name) => name in world), bridge: Object.keys(world.organizer as object) };
  });
  expect(found.present).toEqual([]);
  expect(found.bridge.toSorted()).toEqual([...coreCalls, ...mainCalls, 'onChanged', 'takeDroppedFile'].toSorted());

  const preferences = await electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
  });
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
  expect(preferences.webSecurity).not.toBe(false);
  expect(preferences.webviewTag).not.toBe(true);
});

test('the policy forbids inline script, markup from text, eval and everything from elsewhere', async ({ start }) => {
  const { page } = await start();
  const outcome = await page.evaluate(async () => {
    type Element = { textContent: string; innerHTML: string };
    const { document, fetch } = globalThis as unknown as {
      document: { createElement(name: string): Element; head: { append(element: Element): void }; body: Element };
      fetch(address: string): Promise<unknown>;
    };
    const refused = (attempt: () => void) => {
      try {
        attempt();
        return false;
      } catch {
        return true;
      }
    };
    const inline = refused(() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.inlineRan = true';
      document.head.append(script);
    });
    const markup = refused(() => {
      document.body.innerHTML = '<img src=x onerror="globalThis.inlineRan = true">';
    });
    // In a timer: what the driver itself runs is not bound by the policy.
    const evaluated = await new Promise<boolean>((resolve) => {
      setTimeout(() => {
        try {
          // biome-ignore lint/security/noGlobalEval: that this does not work is the test
          eval('1');
          resolve(true);
        } catch {
          resolve(false);
        }
      });
    });
    const remote = await fetch('https://example.com/').then(
      () => 'answered',
      () => 'blocked',
    );
    return { inline, markup, ran: 'inlineRan' in globalThis, evaluated, remote };
  });
  expect(outcome).toEqual({ inline: true, markup: true, ran: false, evaluated: false, remote: 'blocked' });
});

test('nobody navigates away or opens a window', async ({ start }) => {
  const { electron, page } = await start();
  await electron.evaluate(({ shell }) => {
    const seen: string[] = [];
    Object.assign(globalThis, { openedOutside: seen });
    shell.openExternal = async (address) => void seen.push(address);
  });
  const before = page.url();
  const opened = await page.evaluate(() => {
    const page = globalThis as unknown as { open(address: string): unknown; location: { href: string } };
    const results = ['https://pinned.events/docs', 'file:///etc/passwd', 'javascript:1', 'http://127.0.0.1/'].map(
      (address) => page.open(address) === null,
    );
    page.location.href = 'https://example.com/';
    return results;
  });
  expect(opened).toEqual([true, true, true, true]);
  await page.waitForTimeout(300);
  expect(page.url()).toBe(before);
  expect(electron.windows()).toHaveLength(1);
  // Only https goes to the system's browser.
  const outside = await electron.evaluate(() => (globalThis as unknown as { openedOutside: string[] }).openedOutside);
  expect(outside).toEqual(['https://pinned.events/docs']);
});

test('no permission is given, and no file is served but the window’s own', async ({ start }) => {
  const { electron, page } = await start();
  const answers = await page.evaluate(async () => {
    const { navigator } = globalThis as unknown as {
      navigator: { permissions: { query(of: { name: string }): Promise<{ state: string }> } };
    };
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'];
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
  });
  expect(new Set(answers)).toEqual(new Set(['denied']));

  const served = await electron.evaluate(async ({ BrowserWindow }) => {
    const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
    const paths = ['index.html', '..%2fmain%2findex.js', '%2e%2e%2fmain/index.js', '../../package.json', 'assets/'];
    return Promise.all(
      paths.map(async (path) => {
        const response = await session?.fetch(`app://organizer/${path}`);
        return [
          path,
          response?.status,
          response?.headers.get('content-security-policy')?.includes("default-src 'none'"),
        ];
      }),
    );
  });
  expect(served).toEqual([
    ['index.html', 200, true],
    ['..%2fmain%2findex.js', 404, true],
    ['%2e%2e%2fmain/index.js', 404, true],
    ['../../package.json', 404, true],
    ['assets/', 404, true],
  ]);
});

test('malformed input is an answer, not a crash', async ({ start }) => {
  const { page } = await start();
  await startPractising(page);
  const bad = { ok: false, error: { code: 'bad_message' } };
  expect(await callFromPage(page, 'getDraft', { id: 5 })).toMatchObject(bad);
  expect(await callFromPage(page, 'getDraft', undefined)).toMatchObject(bad);
  expect(await callFromPage(page, 'getDraft', { id: 'x', more: 1 })).toMatchObject(bad);
  expect(await callFromPage(page, 'deleteDrafts', { ids: ['x'.repeat(20_000_000)] })).toMatchObject(bad);
  expect(await callFromPage(page, 'openWorkspace', { mode: 'other' })).toMatchObject(bad);
  expect(await callFromPage(page, 'openWorkspace', { mode: 'real', dataDir: '/etc' })).toMatchObject(bad);
  expect(await callFromPage(page, 'pickCalendarFile', { path: '/etc/passwd' })).toMatchObject(bad);
  expect(await callFromPage(page, 'planImport', { file: '/etc/passwd', choices: {} })).toMatchObject({
    ok: false,
    error: { code: 'not_found' },
  });
  expect(await callFromPage(page, 'getState')).toMatchObject({ ok: true });
});

test('a window that the app did not make for itself is not heard', async ({ start }) => {
  const { electron } = await start();
  const preload = join(projectRoot, 'out', 'preload', 'index.cjs');
  const answers = await electron.evaluate(async ({ BrowserWindow }, preloadFile) => {
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: { preload: preloadFile, sandbox: true, contextIsolation: true },
    });
    await stranger.loadURL('data:text/html,<p>stranger</p>');
    const ask = (call: string) =>
      stranger.webContents.executeJavaScript(
        `Promise.race([organizer.${call}, new Promise((done) => setTimeout(() => done('no answer'), 500))])`,
      );
    const results = [await ask('getAppInfo({})'), await ask('pasteKey({})'), await ask('getState({})')];
    stranger.destroy();
    return results;
  }, preload);
  const refused = { ok: false, error: { code: 'bad_message', message: 'This window may not ask for that.' } };
  // The core is not even connected to it.
  expect(answers).toEqual([refused, refused, 'no answer']);
});

test('a picked file reaches the window as a token and a name', async ({ start }) => {
  const { electron, page } = await start();
  await startPractising(page);
  const path = join(projectRoot, 'resources', 'sample-calendar.csv');
  await electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);
  const answer = await callFromPage(page, 'pickCalendarFile');
  expect(answer).toMatchObject({ ok: true, value: { name: 'sample-calendar.csv' } });
  expect(JSON.stringify(answer)).not.toContain(projectRoot);

  await electron.evaluate(({ dialog }) => {
    dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] });
  });
  expect(await callFromPage(page, 'pickCalendarFile')).toEqual({ ok: true, value: null });
});
