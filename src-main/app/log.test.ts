import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLog, describeThrown } from './log.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'organizer-log-'));
  file = join(folder, 'logs', 'app.log');
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('lines carry the time, and the file is its owner’s alone', () => {
  createLog(file, () => new Date(0)).line('started');
  expect(readFileSync(file, 'utf8')).toBe('1970-01-01T00:00:00.000Z started\n');
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
});

test('a known key never shows, not even on standard error', () => {
  const log = createLog(file);
  log.hide('k-1234567890');
  log.line('asked with k-1234567890 twice: k-1234567890');
  const shown = vi.mocked(process.stderr.write).mock.calls.flat().join('') + readFileSync(file, 'utf8');
  expect(shown).not.toContain('k-1234567890');
  expect(shown).toContain('[key] twice: [key]');
});

test('a full file is kept once and a new one begins', () => {
  const log = createLog(file);
  log.line('first');
  writeFileSync(file, 'x'.repeat(1_000_001));
  log.line('second');
  expect(statSync(`${file}.1`).size).toBe(1_000_001);
  expect(readFileSync(file, 'utf8')).toMatch(/second\n$/);
});

test('a disk that cannot be written does no harm', () => {
  writeFileSync(join(folder, 'logs'), 'a file where the folder should be');
  expect(() => createLog(file).line('lost')).not.toThrow();
});

test('what was thrown is described with its causes', () => {
  const thrown = new Error('outer', { cause: new Error('inner') });
  expect(describeThrown(thrown)).toMatch(/outer[\s\S]*caused by Error: inner/);
  expect(describeThrown('a text that may hold anything')).toBe('thrown: string');
});
