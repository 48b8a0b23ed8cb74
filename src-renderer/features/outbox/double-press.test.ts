import { expect, it } from 'vitest';
import { createPressGuard } from './double-press.ts';

it('takes a double press for one, and two presses for two', () => {
  let now = 0;
  let runs = 0;
  const press = createPressGuard(() => now);
  for (const at of [1_000, 1_200, 1_400, 2_000, 2_350]) {
    now = at;
    press(() => {
      runs += 1;
    });
  }
  expect(runs).toBe(3);
});
