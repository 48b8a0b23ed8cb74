/** What has become of the last words typed. */
export type SaveState = 'idle' | 'dirty' | 'saving' | 'saved' | 'failed';

export type Autosave<T> = {
  /** The person changed something; it is stored after a pause in typing. */
  change(value: T): void;
  /** Stores what is pending now. Resolves when nothing is under way. */
  flush(): Promise<void>;
  /** True while the store does not yet have the last change. */
  pending(): boolean;
};

/**
 * Stores the newest value after a pause, one save at a time: a slow save can never overwrite a later one. A change
 * that fails stays pending, so that the next flush tries it again.
 */
export function createAutosave<T>(options: {
  delayMs: number;
  /** True when it was stored. */
  save: (value: T) => Promise<boolean>;
  onState: (state: SaveState) => void;
}): Autosave<T> {
  let waiting: { value: T } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;

  async function drain() {
    while (waiting !== null) {
      const taken: { value: T } = waiting;
      waiting = null;
      options.onState('saving');
      const stored = await options.save(taken.value);
      if (!stored) {
        waiting ??= taken;
        options.onState('failed');
        return;
      }
      options.onState(waiting === null ? 'saved' : 'dirty');
    }
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    running ??= drain().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    change(value) {
      waiting = { value };
      options.onState('dirty');
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), options.delayMs);
    },
    flush,
    pending: () => waiting !== null || running !== null,
  };
}
