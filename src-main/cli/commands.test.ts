import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type PracticeServer, startPracticeServer } from '#practice/server.ts';
import { freshFolder, runCli, startCli } from './testing/run-cli.ts';

let server: PracticeServer;
let folder: string;
let env: Record<string, string>;

beforeAll(async () => {
  server = await startPracticeServer();
});
afterAll(() => server.close());
beforeEach(() => {
  folder = freshFolder();
  env = {
    ORGANIZER_DATA_DIR: join(folder, 'data'),
    PINNED_EVENTS_API_URL: server.url,
    PINNED_EVENTS_API_KEY: server.key,
  };
});

const json = async (args: string[], more: { env?: Record<string, string>; stdin?: string } = {}) => {
  const { code, stdout, stderr } = await runCli({ args: [...args, '--json'], ...more, env: { ...env, ...more.env } });
  return { code, stderr, document: JSON.parse(stdout) };
};
const file = (name: string, text: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('input that cannot be used: one sentence, code 2, and one JSON document', () => {
  const cases: [string, () => string[]][] = [
    ['a file that is not there', () => ['import', join(folder, 'nowhere.csv')]],
    ['an empty file', () => ['import', file('empty.csv', '')]],
    ['a header without rows', () => ['import', file('header.csv', 'Title,Start\n')]],
    ['a folder instead of a file', () => ['import', folder]],
    [
      'an unknown zone',
      () => ['import', file('a.csv', 'Title,Start\nA,2027-01-01 10:00\n'), '--timezone', 'Mars/Base'],
    ],
    [
      'a mapping that is no JSON',
      () => ['import', file('a.csv', 'Title,Start\nA,2027-01-01 10:00\n'), '--mapping', file('m.json', '{')],
    ],
    ['nothing said what to publish', () => ['publish']],
    ['a draft that is not there', () => ['publish', '--draft', 'nobody']],
    ['an operation that is not there', () => ['outbox', 'retry', 'nobody']],
    ['an address that is none', () => ['key', 'check', '--api-url', 'pinned']],
    ['an address that is not encrypted', () => ['key', 'check', '--api-url', 'http://pinned.example']],
  ];
  test.each(cases)('%s', async (_name, args) => {
    const { code, stderr, document } = await json(args());
    expect(code).toBe(2);
    expect(stderr.trim()).not.toBe('');
    expect(stderr).not.toContain('    at ');
    expect(document.ok).toBe(false);
    expect(document.error.message.length).toBeGreaterThan(20);
  });
});

test('unknown commands and options are usage errors', async () => {
  for (const args of [
    ['nonsense'],
    ['import'],
    ['export', '--format', 'pdf'],
    ['publish', '--all', '--status', 'maybe'],
  ]) {
    expect((await runCli({ args, env })).code).toBe(2);
  }
});

test('a data directory that cannot be written is named', async () => {
  const path = file('not-a-folder', 'x');
  const { code, stderr } = await json(['drafts', '--data-dir', join(path, 'data')]);
  expect(code).toBe(2);
  expect(stderr).toContain(path);
});

describe('the key', () => {
  test('check tells scopes and channels', async () => {
    const { code, document } = await json(['key', 'check']);
    expect(code).toBe(0);
    expect(document).toMatchObject({ ok: true, scopes: ['channels:read', 'events:read'] });
    expect(document.channels).toHaveLength(3);
  });

  test('a refused key is told with code 4, and is never repeated in the output', async () => {
    const { code, document, stderr } = await json(['key', 'check'], {
      env: { PINNED_EVENTS_API_KEY: 'wrong-secret-123' },
    });
    expect(code).toBe(4);
    expect(document).toMatchObject({ ok: false, channels: [], error: { code: 'key_refused' } });
    expect(JSON.stringify(document) + stderr).not.toContain('wrong-secret-123');
  });

  test('an empty key on standard input is refused before anything is asked', async () => {
    const { code, document } = await json(['key', 'set'], { stdin: '' });
    expect(code).toBe(2);
    expect(document.ok).toBe(false);
  });

  test('an empty key in the environment is named', async () => {
    const { code, stderr } = await json(['key', 'check'], { env: { PINNED_EVENTS_API_KEY: '' } });
    expect(code).toBe(2);
    expect(stderr).toContain('PINNED_EVENTS_API_KEY');
  });

  test.skipIf(!process.env.DBUS_SESSION_BUS_ADDRESS && process.platform === 'linux')(
    'set, check and remove through the real keychain (on Linux this needs a D-Bus session with a Secret Service)',
    async () => {
      const { PINNED_EVENTS_API_KEY: key = '', ...keyless } = env;
      const run = async (args: string[], stdin = '') => {
        const { code, stdout } = await runCli({ args: [...args, '--json'], env: keyless, stdin });
        return { code, document: JSON.parse(stdout) };
      };
      expect((await run(['key', 'check'])).code).toBe(4);
      expect((await run(['key', 'set'], `${key}\n`)).document).toMatchObject({ ok: true });
      expect((await run(['key', 'check'])).document).toMatchObject({ ok: true });
      expect((await run(['key', 'remove'])).document).toMatchObject({ ok: true });
      expect((await run(['key', 'check'])).code).toBe(4);
    },
  );
});

test('channels are cached, so that they are known offline', async () => {
  const online = await json(['channels', '--refresh']);
  expect(online.document[0]).toEqual({ id: 102, name: 'Courtyard Sessions', slug: 'courtyard-sessions' });
  const offline = await json(['channels', '--api-url', 'http://127.0.0.1:9']);
  expect(offline).toMatchObject({ code: 0, document: online.document });
  const asked = await json(['channels', '--refresh', '--api-url', 'http://127.0.0.1:9']);
  expect(asked).toMatchObject({ code: 3, document: { ok: false, error: { code: 'offline' } } });
});

test('a dry run says the same and keeps nothing', async () => {
  const path = file('two.csv', 'Title,Start,End\nOpen stage,2027-06-12 20:00,23:00\nQuiz,2027-06-13 19:00,\n');
  const dry = await json(['import', path, '--timezone', 'Europe/Berlin', '--dry-run']);
  expect(dry.document).toMatchObject({ importId: null, rows: 2, new: 2 });
  expect((await json(['drafts'])).document).toEqual([]);
});

test('drafts are searched and limited, and exported in three formats', async () => {
  const path = file(
    'three.csv',
    'Title,Start,Venue\nCafé night,2027-06-12 20:00,Loft\nQuiz,2027-06-13 19:00,Bar\nQuiz final,2027-06-20 19:00,Bar\n',
  );
  await json(['import', path, '--timezone', 'Europe/Berlin']);
  expect((await json(['drafts', '--search', 'cafe'])).document.map((draft: { title: string }) => draft.title)).toEqual([
    'Café night',
  ]);
  expect((await json(['drafts', '--limit', '2'])).document).toHaveLength(2);

  const target = join(folder, 'out.ics');
  expect((await json(['export', '--format', 'ics', target])).document).toEqual({ file: target, events: 3 });
  expect(readFileSync(target, 'utf8')).toContain('DTSTART;TZID=Europe/Berlin:20270612T200000');
  expect((await runCli({ args: ['export', '--format', 'csv'], env })).stdout).toContain('Café night');
  expect(JSON.parse((await runCli({ args: ['export', '--format', 'json', '--json'], env })).stdout)).toHaveLength(3);
  mkdirSync(join(folder, 'taken'));
  expect((await json(['export', '--format', 'csv', join(folder, 'taken')])).code).toBe(2);
});

test('practice prints its address and key first, serves them, and ends when it is told', async () => {
  const child = startCli({ args: ['practice'], env });
  const line = await new Promise<string>((resolve) => child.stdout.once('data', (chunk) => resolve(String(chunk))));
  const { url, key } = JSON.parse(line);
  const answer = await fetch(`${url}/api/public/v1/channels`, { headers: { authorization: `Bearer ${key}` } });
  expect(answer.status).toBe(200);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});
