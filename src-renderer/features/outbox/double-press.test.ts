import { expect, it } from 'vitest';
import { createPressGuard } from './double-press.ts';

it.each([
  ['at one place within a moment', { at: 1_200 }, 1],
  ['a moment later', { at: 1_400 }, 2],
  ['somewhere else', { at: 1_100, clientY: 156 }, 2],
  ['by the keyboard', { at: 1_100, detail: 0 }, 2],
])('two presses, the second %s', (_how, { at, ...place }, expected) => {
  let now = 1_000;
  let runs = 0;
  const press = createPressGuard(() => now);
  const here = { clientX: 900, clientY: 100, detail: 1 };
  const count = () => {
    runs += 1;
  };
  press(here, count);
  now = at;
  press({ ...here, ...place }, count);
  expect(runs).toBe(expected);
});
