import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const text = readFileSync(join(root, 'docs', 'coverage.md'), 'utf8');
const rows = text.split('\n').filter((line) => /^\| (?!---)/.test(line));
const named = [...text.matchAll(/`([\w./-]+\.(?:test|spec)\.ts)`/g)].map(([, path = '']) => path);

test('each test that docs/coverage.md names exists', () => {
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('each line of docs/coverage.md names a test, or says that there is nothing', () => {
  const cells = rows.map((row) => row.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));
  for (const [says, does, proof] of cells) {
    if (proof === 'test') continue;
    const nothing = proof === '–' && /not (?:yet|used)/.test(does ?? '');
    expect(nothing || /\.(?:test|spec)\.ts`$/.test(proof ?? ''), says).toBe(true);
  }
});
