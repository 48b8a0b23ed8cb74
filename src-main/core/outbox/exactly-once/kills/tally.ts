import type { Death } from './turn.ts';

/** Counts who died where. */
export function createTally() {
  const places = new Map<Exclude<Death, 'lived'>, number>();
  let survived = 0;
  let lastStarts = 0;
  return {
    count(death: Death) {
      if (death === 'lived') survived += 1;
      else places.set(death, (places.get(death) ?? 0) + 1);
    },
    /** A start after the last kill. */
    lastStart() {
      lastStarts += 1;
    },
    kills: () => [...places.values()].reduce((sum, n) => sum + n, 0),
    /** Kills at each place. */
    places: (): Record<string, number> => Object.fromEntries(places),
    /** Senders that found nothing to do before they came to where they were to die. */
    survived: () => survived,
    lastStarts: () => lastStarts,
  };
}
export type Tally = ReturnType<typeof createTally>;
