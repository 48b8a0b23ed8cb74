import type { Topic } from '#shared/contract/names.ts';

/** Often enough to look alive, seldom enough that a batch of thousands does not keep the window busy. */
const DELAY_MS = 75;

/** Collects changes and announces each kind once per 75 ms. */
export function createNotices(announce: (changed: Topic[]) => void, delayMs = DELAY_MS) {
  const waiting = new Set<Topic>();

  function flush() {
    const collected = [...waiting];
    waiting.clear();
    announce(collected);
  }

  return (changed: readonly Topic[]): void => {
    if (waiting.size === 0 && changed.length > 0) setTimeout(flush, delayMs);
    for (const topic of changed) waiting.add(topic);
  };
}
