import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_LIMITS, type RateLimitHint } from '../../../api/exchange.ts';
import { LONGEST_GUESS_MS, learn, type PaceAnswer } from './learn.ts';
import { limitPerMinute, NO_PACE, type Pace } from './pace.ts';

const T = Date.UTC(2026, 5, 12, 10);

const passed = (at: number, hint: Partial<RateLimitHint> = {}): PaceAnswer => ({
  sentAt: at,
  receivedAt: at + 4,
  refused: false,
  retryAfterMs: null,
  hint: { ...NO_LIMITS, ...hint },
  moreWaitThan: () => true,
});
const refused = (at: number, retryAfterMs: number | null, hint: Partial<RateLimitHint> = {}): PaceAnswer => ({
  ...passed(at, hint),
  refused: true,
  retryAfterMs,
});
const learned = (...answers: PaceAnswer[]): Pace => answers.reduce(learn, NO_PACE);
const told = (remaining: number, seconds: number): Partial<RateLimitHint> => ({
  limit: 5,
  remaining,
  resetMs: seconds * 1_000,
  resetNumber: seconds,
});

test('while nothing is told, nothing waits', () => {
  expect(learned(passed(T), passed(T + 10), passed(T + 20)).nextAt).toBeNull();
});

describe('headers on every answer', () => {
  test('nothing remains: the window that began with the first request is waited for, not a second from now', () => {
    const pace = learned(passed(T, told(2, 1)), passed(T + 300, told(1, 1)), passed(T + 600, told(0, 1)));
    expect(pace.nextAt).toBe(T + 4 + 1_000);
  });

  test('little remains: what is left is spread over the rest, if more than that waits', () => {
    expect(learned(passed(T, told(1, 1))).nextAt).toBe(T + 4 + 500);
    expect(learned({ ...passed(T, told(1, 1)), moreWaitThan: () => false }).nextAt).toBeNull();
  });

  test('more remains than before: a new window', () => {
    const pace = learned(passed(T, told(0, 1)), passed(T + 1_010, told(4, 1)));
    expect(pace).toMatchObject({ used: 1, nextAt: null, startIsSure: true });
  });

  test('a reset in milliseconds is found out, and not taken for a quarter of an hour', () => {
    const ms = (remaining: number, number: number) => ({
      limit: 5,
      remaining,
      resetMs: number * 1_000,
      resetNumber: number,
    });
    const pace = learned(
      passed(T, ms(3, 1_000)),
      passed(T + 20, ms(2, 980)),
      passed(T + 40, ms(1, 960)),
      passed(T + 60, ms(0, 940)),
    );
    expect(pace.resetUnit).toBe('milliseconds');
    expect((pace.nextAt ?? 0) - T).toBeLessThanOrEqual(1_010);
  });
});

describe('refusals alone', () => {
  const window = (start: number) => [0, 1, 2, 3, 4].map((n) => passed(start + n * 10));
  test('the second one tells the limit and the length, and no third is provoked', () => {
    const first = [...window(T), refused(T + 50, 1_000)];
    const second = [...window(T + 1_100), refused(T + 1_150, 1_000)];
    const third = window(T + 2_200);
    const pace = learned(...first, ...second, ...third);
    expect(pace).toMatchObject({ limit: 5, windowMs: 1_000 });
    expect(limitPerMinute(pace)).toBe(300);
    expect(pace.nextAt).toBe(T + 2_204 + 1_000);
  });

  test('a refusal where none was expected makes it forget', () => {
    const known = learned(...window(T), refused(T + 50, 1_000), ...window(T + 1_100), refused(T + 1_150, 1_000));
    const surprised = [passed(T + 2_200), refused(T + 2_210, 1_000)].reduce(learn, known);
    expect(surprised.limit).toBe(1);
  });

  test('what was learned is believed for ten minutes', () => {
    const known = learned(...window(T), refused(T + 50, 1_000), ...window(T + 1_100), refused(T + 1_150, 1_000));
    expect(learn(known, passed(T + 11 * 60_000))).toMatchObject({ limit: null, windowMs: null });
  });
});

test('whatever the headers say, no wait on their word is longer than a minute', () => {
  const count = fc.option(fc.nat({ max: 1e9 }), { nil: null });
  const hint = fc.record({ limit: count, remaining: count, resetMs: count, resetNumber: count });
  const answer = fc.record({ hint, gap: fc.nat({ max: 120_000 }), isRefused: fc.boolean(), retryAfterMs: count });
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 40 }), (answers) => {
      let now = T;
      let pace = NO_PACE;
      for (const { hint: said, gap, isRefused, retryAfterMs } of answers) {
        now += gap;
        pace = learn(pace, { ...passed(now, said), refused: isRefused, retryAfterMs: isRefused ? retryAfterMs : null });
        expect((pace.nextAt ?? now) - (now + 4)).toBeLessThanOrEqual(LONGEST_GUESS_MS);
      }
    }),
    { numRuns: 2_000 },
  );
});
