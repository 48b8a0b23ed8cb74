import { SingleBar } from 'cli-progress';
import type { DrainProgress } from '#core/organizer.ts';

/** A progress bar on standard error; plain lines where that is not a terminal. */
export function publishProgress(total: number) {
  const bar = new SingleBar({
    stream: process.stderr,
    format: 'Publishing [{bar}] {value}/{total} · {note}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: 1_000,
    linewrap: false,
  });
  bar.start(total, 0, { note: 'starting' });
  return {
    update({ counts, lane }: DrainProgress) {
      const left = counts.queued + counts.sending;
      bar.update(Math.max(total - left, 0), { note: lane.message ?? (left === 0 ? 'done' : 'sending') });
    },
    stop: () => bar.stop(),
  };
}
