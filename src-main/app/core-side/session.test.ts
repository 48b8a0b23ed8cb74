import { beforeEach, describe, expect, test } from 'vitest';
import type { Organizer } from '#core/organizer.ts';
import { OrganizerError } from '#shared/errors.ts';
import type { WorkspaceSpec } from '../links/core-link.ts';
import { createSession } from './session.ts';

const spec = (dataDir: string): WorkspaceSpec => ({ dataDir, apiUrl: null, keys: { kind: 'keychain' } });

let events: string[];
let failing: Set<string>;
let nowMs: number;

beforeEach(() => {
  events = [];
  failing = new Set();
  nowMs = 0;
});

function setUp() {
  return createSession({
    build: async ({ dataDir }) => {
      if (failing.has(dataDir)) throw new OrganizerError('data_dir_unusable', `no ${dataDir}`);
      return {
        state: async () => ({ dataDir }),
        startSending: () => events.push(`${dataDir} sends`),
        close: async () => void events.push(`${dataDir} closes`),
      } as unknown as Organizer;
    },
    onOpened: () => events.push('opened'),
    log: (line) => events.push(line),
    now: () => nowMs,
  });
}

describe('opening', () => {
  test('another workspace closes the one before, after the new one is open', async () => {
    const session = setUp();
    await session.open(spec('a'));
    await session.open(spec('b'));
    expect(events).toEqual(['opened', 'a sends', 'opened', 'b sends', 'a closes']);
  });

  test('one that fails leaves the open one open', async () => {
    const session = setUp();
    await session.open(spec('a'));
    const before = await session.organizer();
    failing.add('b');
    await expect(session.open(spec('b'))).rejects.toMatchObject({ code: 'data_dir_unusable' });
    expect(await session.organizer()).toBe(before);
    expect(events).not.toContain('a closes');
  });
});

describe('with no workspace open', () => {
  test('calls say so', async () => {
    await expect(setUp().organizer()).rejects.toMatchObject({ code: 'not_allowed' });
  });

  test('calls give the reason why it could not be opened, and try again after a while', async () => {
    const session = setUp();
    failing.add('a');
    await session.open(spec('a')).catch(() => session.refuse({ code: 'data_dir_unusable', message: 'no a' }));
    failing.delete('a');
    nowMs = 1_000;
    await expect(session.organizer()).rejects.toMatchObject({ code: 'data_dir_unusable', message: 'no a' });
    nowMs = 2_000;
    expect(await session.organizer()).toBeDefined();
    expect(events).toEqual(['opened', 'a sends']);
  });

  test('many calls at once try it once', async () => {
    const session = setUp();
    failing.add('a');
    await session.open(spec('a')).catch(() => {});
    failing.delete('a');
    nowMs = 5_000;
    await Promise.all([session.organizer(), session.organizer(), session.organizer()]);
    expect(events).toEqual(['opened', 'a sends']);
  });
});
