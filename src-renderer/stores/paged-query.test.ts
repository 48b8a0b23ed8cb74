import { describe, expect, it } from 'vitest';
import type { Answer } from '#shared/contract/client.ts';
import { createPagedQuery, PAGE_SIZE, type Page, rowAt } from './paged-query.ts';

type Row = { id: number };
type Rows = { total: number; items: Row[] };

function listOf(total: number) {
  const list = { total, asked: [] as Page[] };
  const query = createPagedQuery<{ search: string }, Row, Rows>({
    topics: ['drafts'],
    run: async (_filter, page): Promise<Answer<Rows>> => {
      list.asked.push(page);
      const length = Math.max(0, Math.min(page.limit, list.total - page.offset));
      return {
        ok: true,
        value: { total: list.total, items: Array.from({ length }, (_, i) => ({ id: page.offset + i })) },
      };
    },
  });
  query.watch();
  return { list, query };
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('createPagedQuery', () => {
  it('reads the first page, then only the pages that come into sight', async () => {
    const { list, query } = listOf(100_000);
    query.show({ search: '' });
    await settle();
    query.see(60_010, 60_030);
    await settle();
    expect(list.asked.map((page) => page.offset)).toEqual([0, 60_000]);
    expect(rowAt(query.store.getState().pages, 60_020)).toEqual({ id: 60_020 });
    expect(rowAt(query.store.getState().pages, 500)).toBeNull();
  });

  it('reads both pages at a border', async () => {
    const { list, query } = listOf(1_000);
    query.show({ search: '' });
    await settle();
    query.see(PAGE_SIZE - 5, PAGE_SIZE + 5);
    await settle();
    expect(list.asked.map((page) => page.offset)).toEqual([0, PAGE_SIZE]);
  });

  it('after a change reads again what is in sight and forgets the rest', async () => {
    const { list, query } = listOf(10_000);
    query.show({ search: '' });
    await settle();
    query.see(5_000, 5_020);
    await settle();
    list.total = 9_000;
    list.asked = [];
    query.refetch();
    await settle();
    expect(list.asked.map((page) => page.offset)).toEqual([5_000]);
    expect(query.store.getState().newest?.total).toBe(9_000);
    expect(rowAt(query.store.getState().pages, 0)).toBeNull();
  });

  it('starts at the top for another filter', async () => {
    const { list, query } = listOf(10_000);
    query.show({ search: '' });
    await settle();
    query.see(5_000, 5_020);
    await settle();
    list.asked = [];
    query.show({ search: 'jazz' });
    await settle();
    expect(list.asked.map((page) => page.offset)).toEqual([0]);
  });
});
