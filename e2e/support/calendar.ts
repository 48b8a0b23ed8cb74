import type { Locator, Page } from '@playwright/test';
import { valueFromPage } from './bridge.ts';
import { goTo } from './steps.ts';

/** Opens one of the views of the drafts on a day. */
export async function openCalendar(page: Page, view: 'Month' | 'Week' | 'Agenda', date: string): Promise<void> {
  await goTo(page, 'Drafts');
  await page.getByRole('group', { name: 'View' }).getByRole('button', { name: view }).click();
  await page.getByLabel('Jump to date').fill(date);
}

/** A draft in the calendar; one of several days may be drawn more than once. */
export function draftIn(page: Page, title: string): Locator {
  return page.getByRole('main').getByRole('button', { name: title }).first();
}

/** The button of a day. */
export function dayIn(page: Page, date: string): Locator {
  return page.locator(`button[data-day="${date}"]`);
}

/** Start and end of the one draft that is found, as they are stored. */
export async function timesOf(page: Page, search: string): Promise<(string | null | undefined)[]> {
  const query = { search, status: null, importId: null, limit: 2, offset: 0 };
  const { items } = await valueFromPage(page, 'listDrafts', query);
  if (items.length !== 1) return [`${items.length} drafts`];
  return [items[0]?.fields.startLocal, items[0]?.fields.endLocal];
}

/** Drags from the middle of something, by so many pixels, as a hand does: in steps. */
export async function dragBy(page: Page, from: Locator, x: number, y: number): Promise<void> {
  const box = await from.boundingBox();
  if (box === null) throw new Error('What should be dragged is not on the screen.');
  const at = { x: box.x + Math.min(40, box.width / 2), y: box.y + box.height / 2 };
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + x / 2, at.y + y / 2, { steps: 4 });
  await page.mouse.move(at.x + x, at.y + y, { steps: 4 });
  await page.mouse.up();
}

/** How far one element is from another, in px. */
export async function distance(from: Locator, to: Locator): Promise<{ x: number; y: number }> {
  const [a, b] = [await from.boundingBox(), await to.boundingBox()];
  if (a === null || b === null) throw new Error('One of the two is not on the screen.');
  return { x: b.x - a.x, y: b.y - a.y };
}

/** Takes back what a note says. Older notes may still be fading, so there has to be exactly one that says it. */
export async function undo(page: Page, words: string): Promise<void> {
  await page.locator('.toast', { hasText: words }).getByRole('button', { name: 'Undo' }).click();
}
