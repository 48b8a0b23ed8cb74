import type { OperationCounts } from '#shared/contract/views.ts';
import type { Lane } from '#shared/outbox/operation.ts';
import { readLane } from '../lane/lane.ts';
import { countOperations } from '../rows.ts';
import type { SenderParts } from './parts.ts';
import { step } from './sender.ts';

/** How long `drain` waits for a network that is away before it says so, in ms. */
const OFFLINE_PATIENCE_MS = 10_000;

/** Other senders on the same data directory are looked at this often while waiting, in ms. */
const LOOK_AGAIN_MS = 250;

/** Progress is reported at most this often while something moves, in ms. */
const REPORT_EVERY_MS = 100;

/** The background sender sleeps at most this long: after a sleep of the computer, timers may be far off. */
const LONGEST_SLEEP_MS = 1_000;

export type Progress = { counts: OperationCounts; lane: Lane };

/**
 * Sends until nothing can move: all is finished, or the rest waits for a person (a review, a key, a held channel) or
 * for a network that stays away. Pauses that end by themselves are waited for.
 * @throws OrganizerError `disk_full` and the like: what cannot be written down is not sent.
 */
export async function drain(
  parts: SenderParts,
  onProgress: (progress: Progress) => void,
  signal?: AbortSignal,
): Promise<Progress> {
  const { db, clock } = parts;
  const look = (): Progress => ({ counts: countOperations(db), lane: readLane(db, clock.now()) });
  let offlineSince: number | null = null;
  let leftBefore: number | null = null;
  let reportedAt = Number.NEGATIVE_INFINITY;
  while (!signal?.aborted) {
    const { moved, ...rest } = await step(parts, signal);
    // Counting a large outbox costs more than sending one event, so progress is told a few times a second.
    if (moved && Math.abs(clock.now() - reportedAt) < REPORT_EVERY_MS) continue;
    const now = look();
    reportedAt = clock.now();
    onProgress(now);
    const left = now.counts.queued + now.counts.sending;
    if (left === 0) break;
    // Patience starts anew when something was finished, not when a look went well: a network may let reads through and
    // answer each event with a page of its own.
    if (left !== leftBefore) offlineSince = null;
    leftBefore = left;
    if (now.lane.condition === 'offline') offlineSince ??= clock.now();
    else if (now.lane.condition !== 'open') offlineSince = null;
    if (now.lane.condition === 'offline' && clock.now() - (offlineSince ?? 0) >= OFFLINE_PATIENCE_MS) break;
    if (moved) continue;
    const wakeAt = 'wakeAt' in rest ? rest.wakeAt : null;
    if (wakeAt === null) break;
    await clock.sleep(Math.min(Math.max(wakeAt - clock.now(), 1), LOOK_AGAIN_MS), signal);
  }
  return look();
}

/** Sends whenever something can be sent, until told to stop. `nudge` wakes it up at once. */
export function sendInBackground(
  parts: SenderParts,
  onStep: (moved: boolean) => void,
  onError: (thrown: unknown) => void,
): { nudge(): void; stop(): Promise<void> } {
  const stopping = new AbortController();
  let napping = new AbortController();
  const work = async () => {
    while (!stopping.signal.aborted) {
      napping = new AbortController();
      const result = await step(parts, stopping.signal)
        .then((done) => {
          onStep(done.moved);
          return done;
        })
        .catch((thrown) => {
          onError(thrown);
          return { moved: false as const, wakeAt: null };
        });
      if (result.moved) continue;
      const untilWake = result.wakeAt === null ? LONGEST_SLEEP_MS : result.wakeAt - parts.clock.now();
      await parts.clock.sleep(
        Math.min(Math.max(untilWake, 1), LONGEST_SLEEP_MS),
        AbortSignal.any([napping.signal, stopping.signal]),
      );
    }
  };
  const ended = work();
  return {
    nudge: () => napping.abort(),
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}
