import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inspectDataDir } from '#core/backups/inspect.ts';
import { createOrganizer } from '#core/create-organizer.ts';
import { createFixedSecrets } from '#core/secrets/memory.ts';
import { systemClock, systemRandom } from '#core/system.ts';
import { emptyDraftFields } from '#shared/drafts/draft.ts';
import { createAppSettings } from '../app-settings.ts';
import { answerCall } from '../core-side/answer-call.ts';
import { recover } from '../core-side/recover.ts';
import { createSession } from '../core-side/session.ts';
import type { CoreHost } from './core-host.ts';
import type { PracticeHost } from './practice-host.ts';
import { createWorkspaces } from './workspaces.ts';

let dataDir: string;
let lines: string[];
let close: () => Promise<void>;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'organizer-workspaces-'));
  lines = [];
});
afterEach(async () => {
  await close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** The main process's side, with the real core behind it and no process in between. */
function setUp() {
  const session = createSession({
    build: (spec) =>
      createOrganizer({
        dataDir: spec.dataDir,
        apiUrl: 'http://127.0.0.1:2',
        secrets: createFixedSecrets('k'),
        fetch: async () => Promise.reject(new Error('offline')),
        clock: systemClock,
        random: systemRandom,
        systemTimeZone: 'UTC',
      }),
    onOpened: () => {},
    log: (line) => lines.push(line),
  });
  close = session.close;
  const notAsked = async (): Promise<never> => {
    throw new Error('a call that this test does not expect');
  };
  const core: CoreHost = {
    serve: notAsked,
    setKey: notAsked,
    removeKey: notAsked,
    addFile: notAsked,
    addTarget: notAsked,
    open: (spec) => session.open(spec),
    refuse: async (error) => session.refuse(error),
    inspect: async (directory) => inspectDataDir(directory),
    recover: async (directory, how) => recover(directory, how, Date.now(), (line) => lines.push(line)),
  };
  const workspaces = createWorkspaces({
    launch: { dataDir, dataDirGiven: true, apiUrl: null, apiKey: 'k', devServerUrl: null },
    settings: createAppSettings(dataDir),
    core,
    practice: { stop: async () => {} } as PracticeHost,
    files: () => [],
    connectWindow: () => {},
    log: (line) => lines.push(line),
  });
  const log = (line: string) => void lines.push(line);
  return {
    workspaces,
    session,
    getRecovery: () => answerCall('getRecovery', {}, () => workspaces.recovery(), log),
    recover: (input: unknown) => answerCall('recover', input, ({ how }) => workspaces.recover(how), log),
  };
}

const database = () => join(dataDir, 'organizer.db');

/** A workspace that was chosen, has two drafts and a backup of one, and is damaged. */
async function damaged() {
  const before = setUp();
  await before.workspaces.open('real');
  const organizer = await before.session.organizer();
  organizer.drafts.save(null, { ...emptyDraftFields(), title: 'In the backup' });
  await organizer.backups.now();
  organizer.drafts.save(null, { ...emptyDraftFields(), title: 'Later' });
  await before.session.close();
  writeFileSync(database(), 'rubbish');
  return setUp();
}

test('a sound workspace has nothing to recover, and is not replaced', async () => {
  const { workspaces, getRecovery, recover: recoverIt } = setUp();
  await workspaces.open('real');
  expect(await getRecovery()).toEqual({ ok: true, value: null });
  expect(await recoverIt({ how: 'startAfresh' })).toMatchObject({ ok: false, error: { code: 'not_allowed' } });
});

test('a damaged one says what there is, and the newest backup can be put in its place', async () => {
  const { workspaces, getRecovery, recover: recoverIt, session } = await damaged();
  await workspaces.openRemembered();
  await expect(session.organizer()).rejects.toMatchObject({ code: 'database_damaged' });
  expect(await getRecovery()).toMatchObject({
    ok: true,
    value: { condition: 'damaged', file: database(), keptIn: join(dataDir, 'damaged'), backups: [{ drafts: 1 }] },
  });
  expect(readFileSync(database(), 'utf8')).toBe('rubbish');
  expect(await recoverIt({ how: 'restoreNewest' })).toMatchObject({ ok: true, value: { drafts: 1 } });
  expect(
    (await session.organizer()).drafts.list({ search: '', status: null, importId: null, limit: 9, offset: 0 }),
  ).toMatchObject({ total: 1, items: [{ fields: { title: 'In the backup' } }] });
  expect(await getRecovery()).toEqual({ ok: true, value: null });
  expect(lines.join('\n')).toContain('is kept as');
});

test('or an empty calendar; then the next start opens it', async () => {
  const first = await damaged();
  await first.workspaces.openRemembered();
  expect(await first.recover({ how: 'startAfresh' })).toMatchObject({ ok: true, value: { drafts: 0 } });
  await first.session.close();
  const next = setUp();
  await next.workspaces.openRemembered();
  expect(await next.getRecovery()).toEqual({ ok: true, value: null });
  expect((await (await next.session.organizer()).state()).drafts).toBe(0);
});

test('without a backup a restore says so and changes nothing', async () => {
  const { workspaces, getRecovery, recover: recoverIt } = setUp();
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(database(), 'rubbish');
  await workspaces.open('real').catch(() => {});
  expect(await getRecovery()).toMatchObject({ value: { condition: 'damaged', backups: [] } });
  expect(await recoverIt({ how: 'restoreNewest' })).toMatchObject({ ok: false, error: { code: 'not_found' } });
  expect(readFileSync(database(), 'utf8')).toBe('rubbish');
});

test.each([{}, { how: 'deleteAll' }, { how: 'startAfresh', dataDir: '/etc' }, null])(
  'the input %j is refused before anything runs',
  async (input) => {
    const { recover: recoverIt } = setUp();
    expect(await recoverIt(input)).toMatchObject({ ok: false, error: { code: 'bad_message' } });
  },
);
