import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { PagedAnswer, PagedQuery, PagedState } from './paged-query.ts';

/** Shows a paged query for as long as the component is mounted. */
export function usePagedQuery<Filter, Item, Answered extends PagedAnswer<Item>>(
  query: PagedQuery<Filter, Item, Answered>,
  filter: Filter,
): PagedState<Item, Answered> {
  const key = JSON.stringify(filter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the filter, which is new on each render
  useEffect(() => query.show(filter), [query, key]);
  useEffect(() => query.watch(), [query]);
  return useStore(query.store);
}
