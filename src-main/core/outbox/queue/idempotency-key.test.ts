import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoffMs, KEY_LIFETIME_MS, LEASE_MS, probeDelayMs, SAFE_RESEND_MS } from '../timing.ts';
import { idempotencyKey } from './idempotency-key.ts';

test('the key is readable: workspace, source, action and, from the second operation on, its number', () => {
  expect(idempotencyKey('a1b2', 'row-42', 1)).toBe('organizer-a1b2-row-42-create');
  expect(idempotencyKey('a1b2', 'row-42', 2)).toBe('organizer-a1b2-row-42-create-r2');
});

test.each([
  ['spaces', 'Jazz  Night', 'Jazz-Night'],
  ['line breaks', 'a\r\nX-Evil: 1', 'aXEvil1'],
  ['letters beyond ASCII', 'Fête', 'Féte'],
  ['what is only signs', '---', '***'],
  ['long texts', `${'x'.repeat(300)}1`, `${'x'.repeat(300)}2`],
])('%s keep different sources apart', (_name, a, b) => {
  expect(idempotencyKey('w', a, 1)).not.toBe(idempotencyKey('w', b, 1));
});

const source = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string(), fc.uuid());

test('rule: any source gives the same key each time, and one that every HTTP header can carry', () => {
  fc.assert(
    fc.property(source, fc.integer({ min: 1, max: 999 }), (text, revision) => {
      const key = idempotencyKey('0123456789', text, revision);
      expect(key).toBe(idempotencyKey('0123456789', text, revision));
      expect(key).toMatch(/^[A-Za-z0-9._-]+$/);
      expect(key.length).toBeLessThanOrEqual(255);
      expect(new Headers({ 'idempotency-key': key }).get('idempotency-key')).toBe(key);
    }),
  );
});

test('rule: different sources or operations give different keys', () => {
  const pair = fc.tuple(source, fc.integer({ min: 1, max: 9 }));
  fc.assert(
    fc.property(pair, pair, ([a, ra], [b, rb]) => {
      fc.pre(a !== b || ra !== rb);
      expect(idempotencyKey('w', a, ra)).not.toBe(idempotencyKey('w', b, rb));
    }),
  );
});

test('times keep their distance: a resend ends inside the key’s life, a request inside its lease', () => {
  const longestRequest = 30_000;
  expect(SAFE_RESEND_MS + longestRequest).toBeLessThan(KEY_LIFETIME_MS);
  expect(longestRequest).toBeLessThan(LEASE_MS);
});

test('waits grow, up to their cap', () => {
  expect([1, 2, 3, 4, 40].map((failures) => probeDelayMs(failures))).toEqual([1_000, 2_000, 4_000, 4_000, 4_000]);
  expect([1, 2, 3].map((failures) => backoffMs(failures, 0.5))).toEqual([500, 1_000, 2_000]);
  expect(backoffMs(1_000, 0.999_999)).toBeLessThanOrEqual(60_000);
});
