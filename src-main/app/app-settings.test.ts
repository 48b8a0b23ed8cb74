import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAppSettings } from './app-settings.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'organizer-settings-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

test('nothing is chosen before the first choice', () => {
  expect(createAppSettings(join(dataDir, 'not', 'there')).workspace()).toBeNull();
});

test('the choice is there at the next start', () => {
  createAppSettings(dataDir).rememberWorkspace('practice');
  const next = createAppSettings(dataDir);
  expect(next.workspace()).toBe('practice');
  next.rememberWorkspace('real');
  expect(createAppSettings(dataDir).workspace()).toBe('real');
});

test('the file is its owner’s alone and no half-written one stays', () => {
  createAppSettings(dataDir).rememberWorkspace('real');
  const file = join(dataDir, 'app.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ workspace: 'real' });
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
});

test.each(['', '{', 'null', '[]', '{"workspace":"both"}', '{"workspace":null}', '{"__proto__":{"workspace":"real"}}'])(
  'a damaged file (%j) counts as no choice',
  (text) => {
    writeFileSync(join(dataDir, 'app.json'), text);
    expect(createAppSettings(dataDir).workspace()).toBeNull();
  },
);

test('a folder in its place counts as no choice', () => {
  mkdirSync(join(dataDir, 'app.json'));
  expect(createAppSettings(dataDir).workspace()).toBeNull();
});
