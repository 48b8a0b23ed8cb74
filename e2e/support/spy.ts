import { readdir, readFile } from 'node:fs/promises';
import type { CDPSession, ElectronApplication, Page } from '@playwright/test';

/** Everything that the page's memory holds, as Chromium's own heap snapshot (JSON text). */
export async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => void chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false, captureNumericValue: true });
  await session.detach();
  return chunks.join('');
}

/** Writes down each message that the preload reads from, or posts to, its channel to the core. Returns what it saw. */
export async function watchPort(page: Page): Promise<() => Promise<string[]>> {
  const session = await page.context().newCDPSession(page);
  const contextId = await preloadContext(session);
  const run = async (expression: string) =>
    (await session.send('Runtime.evaluate', { contextId, expression, returnByValue: true })).result.value;
  await run(`(() => {
    const seen = (globalThis.__seen = []);
    const note = (value) => seen.push(JSON.stringify(value) ?? '');
    const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');
    Object.defineProperty(MessageEvent.prototype, 'data', { ...data, get() { const value = data.get.call(this); note(value); return value; } });
    const post = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (...given) { note(given[0]); return post.apply(this, given); };
  })()`);
  return () => run('globalThis.__seen');
}

async function preloadContext(session: CDPSession): Promise<number> {
  const found = new Promise<number>((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === 'Electron Isolated Context') resolve(context.id);
    });
  });
  await session.send('Runtime.enable');
  return found;
}

/** Writes down what main answers to `ipcRenderer.invoke`, and with what it was asked. Returns what it saw. */
export async function watchInvokes(electron: ElectronApplication): Promise<() => Promise<string[]>> {
  await electron.evaluate(({ ipcMain }) => {
    const seen: string[] = [];
    Object.assign(globalThis, { seenInvokes: seen });
    type Handler = (event: unknown, ...given: unknown[]) => unknown;
    const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers: Map<string, Handler> };
    for (const [channel, handler] of handlers) {
      handlers.set(channel, async (event, ...given) => {
        const answer = await handler(event, ...given);
        seen.push(JSON.stringify([channel, given, answer]));
        return answer;
      });
    }
  });
  return () => electron.evaluate(() => (globalThis as unknown as { seenInvokes: string[] }).seenInvokes);
}

/** Arguments and environment of the app's processes: main, and everything that descends from it (Linux). */
export async function processTexts(mainPid: number): Promise<Map<number, string>> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const parent = /\) \w (\d+)/.exec(stat)?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const isOurs = (pid: number): boolean => pid === mainPid || (parents.has(pid) && isOurs(parents.get(pid) ?? 0));
  const texts = new Map<number, string>();
  for (const pid of parents.keys()) {
    if (!isOurs(pid)) continue;
    const parts = ['cmdline', 'environ'].map((file) => readFile(`/proc/${pid}/${file}`, 'latin1').catch(() => ''));
    texts.set(pid, (await Promise.all(parts)).join('\0'));
  }
  return texts;
}
