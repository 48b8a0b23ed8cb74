import { join } from 'node:path';
import { type DraftsView, DraftsViewSchema } from '#shared/contract/calendar-views.ts';
import { readSmallJson, writeSmallJson } from './small-json.ts';

/** How the drafts were looked at last. */
export type ViewMemory = {
  /** Null before the first time. */
  recall(): DraftsView | null;
  keep(view: DraftsView): void;
  /** Writes what is not on the disk yet. */
  flush(): void;
};

/** Each arrow key may change the day; the disk hears of it when the hand rests. */
const PAUSE_MS = 1_000;

/**
 * Keeps the view in `view.json` of the data directory: the window itself has nothing on the disk. A view that is not
 * remembered is logged and otherwise no trouble.
 */
export function createViewMemory(dataDir: string, log: (line: string) => void): ViewMemory {
  const file = join(dataDir, 'view.json');
  let known = readSmallJson(file, DraftsViewSchema);
  let timer: ReturnType<typeof setTimeout> | null = null;
  function flush() {
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    try {
      writeSmallJson(file, known);
    } catch {
      log('the view of the drafts was not remembered');
    }
  }
  return {
    recall: () => known,
    keep(view) {
      known = view;
      timer ??= setTimeout(flush, PAUSE_MS);
    },
    flush,
  };
}
