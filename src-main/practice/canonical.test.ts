import fc from 'fast-check';
import { expect, test } from 'vitest';
import { payloadHash } from './canonical.ts';

/** The same value with the keys of every object in another order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}

test('the order of keys never changes the hash', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => payloadHash(reversed(value)) === payloadHash(value)));
});

test('different JSON has different hashes', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const [left, right] = [JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b))];
      let equal = true;
      try {
        expect(left).toEqual(right);
      } catch {
        equal = false;
      }
      return (payloadHash(left) === payloadHash(right)) === equal;
    }),
  );
});
