import { useEffect } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import type { Answer } from '#shared/contract/client.ts';
import type { Topic } from '#shared/contract/names.ts';
import type { ErrorData } from '#shared/errors.ts';

/**
 * Cached answers that stay true: a query names the topics it depends on and runs again only when one of them changed.
 * SQLite is the truth; what is here may be thrown away at any time.
 */

/** Something that can be told that its topics changed, or that the workspace did. */
export type Watched = { topics: readonly Topic[]; invalidate(): void };

const watched = new Set<Watched>();
const resets = new Set<() => void>();

/** Registers a query while something on the screen shows it. Returns the function that ends it. */
export function watch(query: Watched): () => void {
  watched.add(query);
  return () => void watched.delete(query);
}

/** Registers what to forget when another workspace is opened. */
export function onWorkspaceChanged(reset: () => void): void {
  resets.add(reset);
}

/** Forgets everything that was read from the workspace before. */
export function forgetWorkspace(): void {
  for (const reset of resets) reset();
}

/** Listens for changes for as long as the window lives. */
export function startLiveUpdates(): () => void {
  return window.organizer.onChanged((changed) => {
    for (const query of watched) {
      if (query.topics.some((topic) => changed.includes(topic))) query.invalidate();
    }
  });
}

/** Counts who shows a query: it listens, and may run, only while somebody does. */
export function createWatching(topics: readonly Topic[], refetch: () => void) {
  let watchers = 0;
  return {
    isOn: () => watchers > 0,
    /** Whatever is cached may be old by now, so it is read again. Returns the function that ends it. */
    watch(): () => void {
      watchers += 1;
      const end = watch({ topics, invalidate: refetch });
      refetch();
      return () => {
        watchers -= 1;
        end();
      };
    },
  };
}

export type QueryState<T> = { value: T | null; error: ErrorData | null; loading: boolean };

export type LiveQuery<Input, T> = {
  store: StoreApi<QueryState<T>>;
  /** What is wanted; runs when it differs from before or the answer may be old. */
  show(input: Input): void;
  /** Runs again now, for a retry button. */
  refetch(): void;
  watch(): () => void;
  reset(): void;
};

/**
 * A query with one cached answer. At most one call is under way; changes that arrive meanwhile cause exactly one more.
 * `forgetOnChange` empties the answer when the input changes: one draft must never show as another.
 */
export function createLiveQuery<Input, T>(options: {
  topics: readonly Topic[];
  run: (input: Input) => Promise<Answer<T>>;
  forgetOnChange?: boolean;
  /** True for a query that ends with its component: nobody has to forget it when another workspace is opened. */
  ofComponent?: boolean;
}): LiveQuery<Input, T> {
  const empty: QueryState<T> = { value: null, error: null, loading: false };
  const store = createStore<QueryState<T>>(() => empty);
  let wanted: { input: Input; key: string } | null = null;
  let stale = false;
  let running = false;

  async function pump() {
    if (running) return;
    running = true;
    while (stale && wanted !== null && watching.isOn()) {
      stale = false;
      const asked = wanted;
      store.setState({ loading: true });
      const answer = await options.run(asked.input);
      if (asked !== wanted) continue;
      store.setState(
        answer.ok ? { value: answer.value, error: null, loading: false } : { error: answer.error, loading: false },
      );
    }
    running = false;
  }

  const refetch = () => {
    stale = true;
    void pump();
  };
  const watching = createWatching(options.topics, refetch);

  const query: LiveQuery<Input, T> = {
    store,
    show(input) {
      const key = JSON.stringify(input);
      if (wanted?.key !== key) {
        wanted = { input, key };
        stale = true;
        if (options.forgetOnChange === true) store.setState({ ...empty, loading: true });
      }
      void pump();
    },
    refetch,
    watch: watching.watch,
    reset() {
      wanted = null;
      stale = true;
      store.setState(empty, true);
    },
  };
  if (options.ofComponent !== true) onWorkspaceChanged(query.reset);
  return query;
}

/** Shows a query for as long as the component is mounted. Null as input: nothing is wanted yet. */
export function useLiveQuery<Input, T>(query: LiveQuery<Input, T>, input: Input | null): QueryState<T> {
  const key = JSON.stringify(input);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the input, which is new on each render
  useEffect(() => {
    if (input !== null) query.show(input);
  }, [query, key]);
  useEffect(() => query.watch(), [query]);
  return useStore(query.store);
}
