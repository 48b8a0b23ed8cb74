import { createStore, type StoreApi } from 'zustand';
import type { Answer } from '#shared/contract/client.ts';
import type { Topic } from '#shared/contract/names.ts';
import type { ErrorData } from '#shared/errors.ts';
import { createWatching, onWorkspaceChanged } from './live-query.ts';

/** Rows per call. A few screens: scrolling asks seldom, a change re-reads little. */
export const PAGE_SIZE = 200;

export type Page = { limit: number; offset: number };
export type PagedAnswer<Item> = { total: number; items: Item[] };

export type PagedState<Item, Answered extends PagedAnswer<Item>> = {
  /** The newest answer, for its total and what else it says; null before the first. */
  newest: Answered | null;
  pages: ReadonlyMap<number, readonly Item[]>;
  error: ErrorData | null;
  loading: boolean;
};

export type PagedQuery<Filter, Item, Answered extends PagedAnswer<Item>> = {
  store: StoreApi<PagedState<Item, Answered>>;
  show(filter: Filter): void;
  /** Rows `from` to `to` (both included) are on the screen. */
  see(from: number, to: number): void;
  refetch(): void;
  watch(): () => void;
};

/** The row at an index, or null while its page is on the way. */
export function rowAt<Item>(pages: ReadonlyMap<number, readonly Item[]>, index: number): Item | null {
  return pages.get(Math.floor(index / PAGE_SIZE))?.[index % PAGE_SIZE] ?? null;
}

/**
 * A long list of which only the pages on the screen are read. After a change only those are read again and the rest
 * is forgotten, so a list of 100,000 costs as much as one of 200. Old rows stay until new ones are there.
 */
export function createPagedQuery<Filter, Item, Answered extends PagedAnswer<Item>>(options: {
  topics: readonly Topic[];
  run: (filter: Filter, page: Page) => Promise<Answer<Answered>>;
}): PagedQuery<Filter, Item, Answered> {
  const empty: PagedState<Item, Answered> = { newest: null, pages: new Map(), error: null, loading: false };
  const store = createStore<PagedState<Item, Answered>>(() => empty);
  let wanted: { filter: Filter; key: string } | null = null;
  let visible: number[] = [0];
  let stale = false;
  let running = false;

  async function pump() {
    if (running) return;
    running = true;
    while (wanted !== null && watching.isOn()) {
      const anew = stale;
      stale = false;
      const asked = wanted;
      const numbers = anew ? visible : visible.filter((number) => !store.getState().pages.has(number));
      if (numbers.length === 0) break;
      store.setState({ loading: true });
      const answers = await Promise.all(
        numbers.map((number) => options.run(asked.filter, { limit: PAGE_SIZE, offset: number * PAGE_SIZE })),
      );
      if (asked !== wanted) continue;
      const failed = answers.find((answer) => !answer.ok);
      if (failed && !failed.ok) {
        store.setState({ error: failed.error, loading: false });
        if (!stale) break;
        continue;
      }
      const pages = new Map(anew ? [] : store.getState().pages);
      let newest = store.getState().newest;
      for (const [i, answer] of answers.entries()) {
        if (!answer.ok) continue;
        pages.set(numbers[i] ?? 0, answer.value.items);
        newest = answer.value;
      }
      store.setState({ newest, pages, error: null, loading: false });
    }
    running = false;
  }

  const refetch = () => {
    stale = true;
    void pump();
  };
  const watching = createWatching(options.topics, refetch);

  const query: PagedQuery<Filter, Item, Answered> = {
    store,
    show(filter) {
      const key = JSON.stringify(filter);
      if (wanted?.key !== key) {
        wanted = { filter, key };
        visible = [0];
        stale = true;
      }
      void pump();
    },
    see(from, to) {
      const first = Math.max(0, Math.floor(from / PAGE_SIZE));
      const last = Math.max(first, Math.floor(to / PAGE_SIZE));
      visible = Array.from({ length: last - first + 1 }, (_, i) => first + i);
      void pump();
    },
    refetch,
    watch: watching.watch,
  };
  onWorkspaceChanged(() => {
    wanted = null;
    visible = [0];
    stale = true;
    store.setState(empty, true);
  });
  return query;
}
