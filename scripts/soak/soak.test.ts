import { describe, expect, test } from 'vitest';
import { readChoice } from './choice.ts';
import { figuresOf } from './figures.ts';
import { runParts } from './run.ts';

describe('npm run soak', () => {
  const known = ['kills', 'rate'];

  test('runs every part unless some are named, with the seed of an earlier run if one is given', () => {
    expect(readChoice([], known)).toEqual({ names: known, seed: undefined });
    expect(readChoice(['rate', '--seed', '7'], known)).toEqual({ names: ['rate'], seed: 7 });
    expect(readChoice(['--seed', '7'], known)).toEqual({ names: known, seed: 7 });
  });

  test('refuses parts that do not exist and seeds that are none', () => {
    expect(() => readChoice(['kill'], known)).toThrow('There is no part “kill”, only kills, rate.');
    expect(() => readChoice(['--seed'], known)).toThrow('--seed wants a whole number.');
    expect(() => readChoice(['--seed', 'x'], known)).toThrow('--seed wants a whole number.');
  });
});

test('a part that breaks off is not ok, and the next one runs all the same, with the same seed', async () => {
  const parts = {
    kills: () => Promise.reject(new Error('no disk')),
    rate: async (_log: unknown, seed?: number) => [{ name: 'rate', ok: true, figures: { seed: seed ?? 'none' } }],
  };
  const lines: string[] = [];
  const results = await runParts(parts, ['kills', 'rate'], 7, (line) => lines.push(line));
  expect(results).toEqual([
    { name: 'kills', ok: false, figures: { error: 'no disk' } },
    { name: 'rate', ok: true, figures: { seed: 7 } },
  ]);
  expect(lines.join()).toContain('no disk');
  expect(figuresOf(results)).toBe('NOT OK  kills\n  error  no disk\n\nok      rate\n  seed   7');
});
