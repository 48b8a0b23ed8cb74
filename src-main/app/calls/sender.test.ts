import type { WebContents } from 'electron';
import { expect, test } from 'vitest';
import { isOurPage } from './sender.ts';

const frame = (origin: string) => ({ origin });
const pageWith = (mainFrame: object) => ({ mainFrame }) as unknown as WebContents;
const ask = (sender: WebContents, senderFrame: object | null, page: WebContents | null) =>
  isOurPage({ sender, senderFrame: senderFrame as never }, page, 'app://organizer');

const main = frame('app://organizer');
const page = pageWith(main);

test('the main frame of our window is heard', () => {
  expect(ask(page, main, page)).toBe(true);
});

test.each([
  ['another window', () => ask(pageWith(main), main, page)],
  ['a frame inside the page', () => ask(page, frame('app://organizer'), page)],
  ['a frame that is gone', () => ask(page, null, page)],
  ['anybody while there is no window', () => ask(page, main, null)],
  [
    'a page that went elsewhere',
    () => {
      const elsewhere = frame('https://evil.example');
      const gone = pageWith(elsewhere);
      return ask(gone, elsewhere, gone);
    },
  ],
])('%s is not', (_who, heard) => {
  expect(heard()).toBe(false);
});
