import { seededRandom } from '#practice/server.ts';
import type { Random } from '../ports.ts';

/** Randomness that repeats itself. Different seeds give different identifiers. */
export function seeded(seed: number): Random {
  const fraction = seededRandom(seed);
  let made = 0;
  return {
    fraction,
    uuid() {
      made += 1;
      const hex = (value: number, length: number) => value.toString(16).padStart(length, '0').slice(-length);
      const random = () => Math.floor(fraction() * 2 ** 32);
      return `${hex(random(), 8)}-${hex(seed, 4)}-4${hex(made >>> 12, 3)}-8${hex(made, 3)}-${hex(random(), 8)}${hex(made, 4)}`;
    },
  };
}
