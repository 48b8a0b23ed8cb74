import { type BoundaryName, boundaries, boundaryNames } from './boundaries.ts';

/** How the next sender is to die, and what happens before it starts. */
export type Turn = {
  /** `anywhere`: after some events and then some more moments, whatever it does then. */
  target: BoundaryName | 'anywhere';
  /** Fast time that passes unseen before it starts, in ms. */
  jumpMs: number;
};

/** Longer than the platform remembers a key: what is in doubt has to be looked up, or asked about. */
export const PAST_THE_KEY_MS = 16 * 60_000;

/** Share of turns before which that much time passes, whatever comes next. */
const LONG_PAUSES = 0.1;

/** Deaths at which a doubt about an event is sure to be left behind. */
const leavingDoubt: BoundaryName[] = ['sent', 'arrived', 'committed', 'answering', 'answered', 'claimed'];

/** Deaths that need such a doubt, older than the life of the key. */
const needingDoubt: BoundaryName[] = ['looking', 'looked'];

/**
 * All turns, endlessly: each boundary once in every deck, in an order by chance, and as many deaths anywhere again as
 * there are blows by the platform.
 */
export function* schedule(random: () => number): Generator<Turn, never> {
  const plain = boundaryNames.filter((name) => !needingDoubt.includes(name));
  const anywhere = boundaryNames.filter((name) => boundaries[name].blow === 'platform').map(() => 'anywhere' as const);
  for (;;) {
    const pauseMs = () => (random() < LONG_PAUSES ? PAST_THE_KEY_MS : 0);
    const hands: Turn[][] = [...plain, ...anywhere].map((target) => [{ target, jumpMs: pauseMs() }]);
    for (const target of needingDoubt) {
      const before = leavingDoubt[Math.floor(random() * leavingDoubt.length)] ?? 'sent';
      hands.push([
        { target: before, jumpMs: 0 },
        { target, jumpMs: PAST_THE_KEY_MS },
      ]);
    }
    for (const hand of shuffled(hands, random)) yield* hand;
  }
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const rest = [...items];
  return items.map(() => rest.splice(Math.floor(random() * rest.length), 1)[0] as Item);
}
