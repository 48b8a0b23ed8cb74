import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { withDisplayAndKeyring } from './display-and-keyring.ts';
import { inProject } from './paths.ts';

let directory: string;
let note: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'organizer-private-'));
  note = join(directory, 'note.json');
});

afterEach(() => rm(directory, { recursive: true, force: true }));

/** Runs JavaScript with a display and a keychain of its own. `note(value)` writes what the test reads back with `noted`. */
function inPrivate(body: string, env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const script = `
    const note = (value) => require('node:fs').writeFileSync(${JSON.stringify(note)}, JSON.stringify(value));
    (async () => { ${body} })().catch((error) => { note(String(error)); process.exit(9); });`;
  return withDisplayAndKeyring(process.execPath, ['-e', script], env);
}

async function noted<Value>(): Promise<Value> {
  return JSON.parse(await readFile(note, 'utf8')) as Value;
}

test('the exit code comes through', async () => {
  expect(await inPrivate('process.exit(7)')).toBe(7);
});

describe.runIf(process.platform === 'linux')('on Linux', () => {
  test('there is a keychain that keeps, gives back and forgets a secret', async () => {
    const body = `
      const keytar = require(${JSON.stringify(inProject('node_modules', 'keytar'))});
      await keytar.setPassword('pinned-organizer-keychain-test', 'account', 'geheim – ключ');
      const kept = await keytar.getPassword('pinned-organizer-keychain-test', 'account');
      const removed = await keytar.deletePassword('pinned-organizer-keychain-test', 'account');
      note({ kept, removed, after: await keytar.getPassword('pinned-organizer-keychain-test', 'account') });`;
    expect(await inPrivate(body)).toBe(0);
    expect(await noted()).toEqual({ kept: 'geheim – ключ', removed: true, after: null });
  });

  test('there is a fresh home that is gone afterwards, and still reaches the caches', async () => {
    const env = { ...process.env, HOME: '/somebody', XDG_CACHE_HOME: '', npm_config_cache: undefined };
    expect(
      await inPrivate(
        'const { HOME, XDG_CACHE_HOME, npm_config_cache } = process.env; note({ HOME, XDG_CACHE_HOME, npm_config_cache })',
        env,
      ),
    ).toBe(0);
    const inside = await noted<{ HOME: string; XDG_CACHE_HOME: string; npm_config_cache: string }>();
    expect(inside.XDG_CACHE_HOME).toBe('/somebody/.cache');
    expect(inside.npm_config_cache).toBe('/somebody/.npm');
    expect(inside.HOME).not.toBe('/somebody');
    expect(existsSync(inside.HOME)).toBe(false);
  });

  test('there is a display where there was none, several at a time', async () => {
    const env = { ...process.env, DISPLAY: '' };
    const codes = await Promise.all([1, 2, 3].map(() => inPrivate('process.exit(process.env.DISPLAY ? 0 : 1)', env)));
    expect(codes).toEqual([0, 0, 0]);
  });

  test('what the program has left running is ended', async () => {
    const body = `
      const left = require('node:child_process').spawn('sleep', ['600'], { stdio: 'ignore' });
      left.unref();
      note(left.pid);`;
    expect(await inPrivate(body)).toBe(0);
    await vi.waitFor(async () => expect(await isRunning(await noted<number>())).toBe(false));
  });

  test('a signal is passed on and ends the program', async () => {
    const script = join(directory, 'run.ts');
    const module = JSON.stringify(join(import.meta.dirname, 'display-and-keyring.ts'));
    const inner = `require('node:fs').writeFileSync(${JSON.stringify(note)}, String(process.pid)); setInterval(() => {}, 1000)`;
    await writeFile(
      script,
      `import { withDisplayAndKeyring } from ${module};
      process.exitCode = await withDisplayAndKeyring(process.execPath, ['-e', ${JSON.stringify(inner)}]);`,
    );
    const outer = spawn(process.execPath, [script], { stdio: 'inherit' });
    const ended = once(outer, 'exit');
    const pid = await vi.waitFor(() => noted<number>(), { timeout: 10_000 });
    outer.kill('SIGTERM');
    expect(await ended).toEqual([143, null]);
    expect(await isRunning(pid)).toBe(false);
  });
});

/** A process that has ended but was not yet collected by its parent (state Z) runs no more. */
async function isRunning(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return status !== null && status.slice(status.lastIndexOf(')') + 2)[0] !== 'Z';
}
