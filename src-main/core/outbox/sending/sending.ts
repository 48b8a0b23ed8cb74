import { z } from 'zod';
import { type Db, get } from '../../db/database.ts';
import { drain, type Progress, sendInBackground } from './drain.ts';
import type { SenderParts } from './parts.ts';

export type SendingHooks = {
  /** Something moved, here or in another process on the same data directory. */
  onMoved: () => void;
  onError: (thrown: unknown) => void;
  /** After something moved, nothing can for now: a batch is finished, or waits. */
  onRest: () => void;
  /** Again and again while nothing can be sent in the background. */
  onIdle: () => void;
  /** Before a drain: a lane that was blocked by an older key gets a chance with the present one. */
  beforeDrain: () => Promise<void>;
};

/** The two ways to send: until nothing can move, or on and on in the background. */
export function createSending(parts: SenderParts, hooks: SendingHooks) {
  let background: ReturnType<typeof sendInBackground> | null = null;
  const changed = watchDatabase(parts.db);
  let resting = true;
  const afterStep = (moved: boolean) => {
    if (changed()) hooks.onMoved();
    if (!moved && !resting) hooks.onRest();
    resting = !moved;
    if (resting) hooks.onIdle();
  };
  return {
    async drain(onProgress: (progress: Progress) => void, signal?: AbortSignal): Promise<Progress> {
      await hooks.beforeDrain();
      const end = await drain(
        parts,
        (progress) => {
          hooks.onMoved();
          onProgress(progress);
        },
        signal,
      );
      hooks.onRest();
      return end;
    },
    start() {
      background ??= sendInBackground(parts, afterStep, hooks.onError);
    },
    /** Looks at once instead of at the next tick. */
    nudge: () => background?.nudge(),
    async stop() {
      await background?.stop();
      background = null;
    },
  };
}

const VersionRow = z.object({ others: z.number(), own: z.number() });

/** True when the database changed since the last call, by this connection or by another process. */
function watchDatabase(db: Db): () => boolean {
  let last = '';
  return () => {
    // `data_version` counts commits of others, `total_changes` rows of our own.
    const { others, own } = VersionRow.parse(
      get(db, 'SELECT data_version AS others, total_changes() AS own FROM pragma_data_version'),
    );
    const now = `${others}/${own}`;
    const changed = now !== last;
    last = now;
    return changed;
  };
}
