import { describe, expect, it } from 'vitest';
import { paceLine, timeLeft } from './pace.ts';

const nothing = { perMinute: null, limitPerMinute: null, secondsLeft: null };

describe('paceLine', () => {
  it('says pace, time left and the limit as it was met', () => {
    expect(paceLine({ perMinute: 38.4, secondsLeft: 700, limitPerMinute: 60 }, 'open')).toBe(
      '38 a minute · about 12 minutes left · Pinned Events has let through about 60 a minute',
    );
  });

  it('says only what is known', () => {
    expect(paceLine({ ...nothing, perMinute: 5 }, 'open')).toBe('5 a minute');
    expect(paceLine({ ...nothing, secondsLeft: 10 }, 'open')).toBe('less than a minute left');
    expect(paceLine(nothing, 'open')).toBe('Estimating the time left…');
  });

  it('says why nothing goes instead of a pace that is over', () => {
    const rate = { perMinute: 38, secondsLeft: 700, limitPerMinute: 60 };
    for (const condition of ['pausedByPerson', 'blocked', 'paused', 'offline'] as const) {
      expect(paceLine(rate, condition)).not.toMatch(/\d/);
    }
  });
});

it.each([
  [1, 'less than a minute left'],
  [49, 'less than a minute left'],
  [50, 'about 1 minute left'],
  [89, 'about 1 minute left'],
  [90, 'about 2 minutes left'],
  [5_340, 'about 89 minutes left'],
  [5_400, 'about 2 hours left'],
  [86_400, 'about 24 hours left'],
  [200_000, 'more than a day left'],
])('%d s is “%s”', (seconds, words) => {
  expect(timeLeft(seconds)).toBe(words);
});
