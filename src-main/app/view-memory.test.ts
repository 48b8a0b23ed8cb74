import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { temporaryDirectory } from '#core/testing/temporary-directory.ts';
import { createViewMemory } from './view-memory.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the last view is there at the next start, after a rest or at the end of the app', () => {
  const dataDir = temporaryDirectory();
  const memory = createViewMemory(dataDir, () => {});
  expect(memory.recall()).toBeNull();
  memory.keep({ view: 'month', date: '2027-03-10' });
  memory.keep({ view: 'week', date: '2027-03-11' });
  expect(memory.recall()).toEqual({ view: 'week', date: '2027-03-11' });
  expect(createViewMemory(dataDir, () => {}).recall()).toBeNull();
  vi.advanceTimersByTime(1_000);
  expect(createViewMemory(dataDir, () => {}).recall()).toEqual({ view: 'week', date: '2027-03-11' });
  memory.keep({ view: 'list', date: '2027-03-12' });
  memory.flush();
  expect(createViewMemory(dataDir, () => {}).recall()).toEqual({ view: 'list', date: '2027-03-12' });
});

test.each(['', '{', '{"view":"year","date":"2027-03-10"}', '{"view":"week","date":"2027-02-30"}'])(
  'a damaged file (%j) counts as none',
  (text) => {
    const dataDir = temporaryDirectory();
    writeFileSync(join(dataDir, 'view.json'), text);
    expect(createViewMemory(dataDir, () => {}).recall()).toBeNull();
  },
);

test('a disk that takes nothing is logged, and nothing else happens', () => {
  const dataDir = temporaryDirectory();
  mkdirSync(join(dataDir, 'view.json'));
  const lines: string[] = [];
  const memory = createViewMemory(dataDir, (line) => lines.push(line));
  memory.keep({ view: 'month', date: '2027-03-10' });
  memory.flush();
  expect(lines).toEqual(['the view of the drafts was not remembered']);
});
