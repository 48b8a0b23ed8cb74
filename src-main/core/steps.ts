import type { Steps } from '#shared/steps.ts';
import type { Clock } from './ports.ts';

/** How long other work of this process may have to wait, in ms. */
const BREATHE_EVERY_MS = 25;

/**
 * Does long work in slices, so that the process answers others meanwhile. `signal` stops it between two steps.
 * @throws the signal's reason when it was stopped.
 */
export async function finishInSlices<Result>(
  steps: Steps<Result>,
  clock: Clock,
  signal?: AbortSignal,
): Promise<Result> {
  let sliceBegan = clock.now();
  try {
    for (;;) {
      const next = steps.next();
      if (next.done === true) return next.value;
      signal?.throwIfAborted();
      if (Math.abs(clock.now() - sliceBegan) < BREATHE_EVERY_MS) continue;
      await new Promise((resolve) => setImmediate(resolve));
      sliceBegan = clock.now();
    }
  } finally {
    // Lets the generators close what they hold, such as a file, when the work was stopped.
    steps.return(undefined as never);
  }
}
