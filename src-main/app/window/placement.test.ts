import { expect, test } from 'vitest';
import { BoundsSchema, placeWindow } from './placement.ts';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const right = { x: 1440, y: 0, width: 2560, height: 1440 };

test('the first start is the usual size, centred', () => {
  expect(placeWindow(null, [laptop])).toEqual({ width: 1280, height: 800 });
});

test('a small screen is not overrun', () => {
  expect(placeWindow(null, [{ x: 0, y: 0, width: 1024, height: 700 }])).toEqual({ width: 1024, height: 700 });
  expect(placeWindow(null, [{ x: 0, y: 0, width: 640, height: 480 }])).toEqual({ width: 880, height: 560 });
});

test('it comes back where it was, also on the second screen', () => {
  const remembered = { x: 1600, y: 100, width: 1700, height: 1000 };
  expect(placeWindow(remembered, [laptop, right])).toEqual(remembered);
});

test.each([
  ['its screen is gone', { x: 1600, y: 100, width: 1200, height: 800 }],
  ['it would hang above the screen', { x: 100, y: -300, width: 1200, height: 800 }],
  ['only a sliver would show', { x: 1400, y: 100, width: 1200, height: 800 }],
  ['it would lie below the screen', { x: 100, y: 890, width: 1200, height: 800 }],
])('it is centred when %s', (_why, remembered) => {
  expect(placeWindow(remembered, [laptop])).toEqual({ width: 1280, height: 800 });
});

test('it is never larger than its screen, nor smaller than it works', () => {
  expect(placeWindow({ x: 10, y: 30, width: 5000, height: 5000 }, [laptop])).toEqual({
    x: 10,
    y: 30,
    width: 1440,
    height: 875,
  });
  expect(placeWindow({ x: 10, y: 30, width: 200, height: 200 }, [laptop])).toEqual({
    x: 10,
    y: 30,
    width: 880,
    height: 560,
  });
});

test.each([
  { x: 0.5, y: 0, width: 10, height: 10 },
  { x: 0, y: 0, width: 0, height: 10 },
  { x: 0, y: 0, width: Number.NaN, height: 10 },
  { x: 0, y: 0 },
])('a file with %j is not believed', (bounds) => {
  expect(BoundsSchema.safeParse(bounds).success).toBe(false);
});
