import { expect, type Page } from '@playwright/test';

/** What a person does, in the words of the window. */

export async function startPractising(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start in practice mode' }).click();
  await expect(workspaceMenu(page)).toContainText('Practice mode');
}

export function workspaceMenu(page: Page) {
  return page.getByRole('button', { name: /^Workspace: / });
}

export async function goTo(page: Page, view: 'Drafts' | 'Import' | 'Outbox' | 'Trash'): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: view, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: view })).toBeVisible();
}

/** Imports the sample season with what its rows leave open. Returns how many drafts it made. */
export async function importSample(page: Page): Promise<number> {
  await goTo(page, 'Import');
  await page.getByRole('button', { name: 'Try the sample calendar' }).click();
  await choose(page, 'Channel', 'The Lantern Room');
  const place = page.getByLabel('Place', { exact: true });
  if ((await place.inputValue()) === '') {
    await place.fill('place-new-york');
    await place.press('Enter');
  }
  // Each answer makes the plan anew; only the last one is to be confirmed.
  await page.getByRole('button', { name: 'See the plan' }).click();
  await expect(page.getByText('Imports can be undone.')).toBeVisible();
  const confirm = page.getByRole('button', { name: /^Make [1-9][\d,]* drafts?$/ });
  const rows = Number(((await confirm.textContent()) ?? '').replace(/\D/g, ''));
  await confirm.click();
  await expect(page.getByRole('heading', { name: `${rows} drafts made` })).toBeVisible();
  return rows;
}

/** Publishes the import that was just made. Returns how many events went to the outbox. */
export async function publishImport(page: Page): Promise<number> {
  await page.getByRole('button', { name: 'Publish these' }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish this import' });
  const confirm = dialog.getByRole('button', { name: /^Publish [1-9][\d,]* events?$/ });
  const events = Number(((await confirm.textContent()) ?? '').replace(/\D/g, ''));
  await confirm.click();
  await expect(dialog).toBeHidden();
  return events;
}

/** The outbox says that this many events arrived, and that nothing else is left. */
export async function expectDelivered(page: Page, events: number, timeout = 30_000): Promise<void> {
  await goTo(page, 'Outbox');
  const states = page.getByRole('group', { name: 'Show' });
  await expect(states.getByRole('button', { name: `Delivered ${events}` })).toBeVisible({ timeout });
  await expect(states.getByRole('button', { name: `All ${events}` })).toBeVisible();
}

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByLabel(field, { exact: true }).click();
  await page.getByRole('option', { name: option }).click();
}
