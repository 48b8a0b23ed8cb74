import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Topic } from '#shared/contract/names.ts';
import { createNotices } from './notices.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a thousand changes become one notice, and later ones the next', () => {
  const announced: Topic[][] = [];
  const notice = createNotices((changed) => announced.push(changed), 75);
  for (let change = 0; change < 1_000; change += 1) notice(['outbox', 'state']);
  notice(['drafts']);
  vi.advanceTimersByTime(74);
  expect(announced).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(announced).toEqual([['outbox', 'state', 'drafts']]);
  notice(['imports']);
  vi.advanceTimersByTime(75);
  expect(announced).toEqual([['outbox', 'state', 'drafts'], ['imports']]);
});
