import { expect, test } from './support/app.ts';
import { callFromPage } from './support/bridge.ts';
import { startPractising, workspaceMenu } from './support/steps.ts';

test('the app says what it is made of, with versions and licences', async ({ start }) => {
  const { electron, page } = await start();
  await startPractising(page);
  await workspaceMenu(page).click();
  await page.getByRole('menuitem', { name: 'About Pinned Organizer…' }).click();
  const dialog = page.getByRole('dialog', { name: 'About Pinned Organizer' });
  const versions = await electron.evaluate(({ app }) => ({ app: app.getVersion(), ...process.versions }));
  for (const version of [versions.app, versions.electron, versions.chrome, versions.node]) {
    await expect(dialog.getByText(version, { exact: true }).first()).toBeVisible();
  }

  await dialog.getByRole('searchbox').fill('isc yaml');
  await expect(dialog.getByRole('status')).toHaveText('1 package');
  await dialog.getByText('yaml', { exact: true }).click();
  await expect(dialog.getByText('THE SOFTWARE IS PROVIDED "AS IS"')).toBeVisible();
  await dialog.getByRole('searchbox').fill('no such thing');
  await expect(dialog.getByText('No package or licence has that in its name.')).toBeVisible();

  await electron.evaluate(({ clipboard }) => clipboard.writeText(''));
  await dialog.getByRole('button', { name: 'Copy versions' }).click();
  const copied = await electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain(`Pinned Organizer ${versions.app}\nElectron ${versions.electron}\n`);
  expect(copied).toMatch(/SQLite \d+\.\d+/);
  await dialog.getByRole('contentinfo').getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
});

test('the menu’s About opens it before there is a workspace, and it names no secret', async ({ start }) => {
  const { electron, page } = await start();
  await page.getByRole('button', { name: 'Start in practice mode' }).waitFor();
  await electron.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []);
    items?.find((item) => item.label === 'About Pinned Organizer')?.click();
  });
  await expect(page.getByRole('dialog', { name: 'About Pinned Organizer' })).toBeVisible();
  expect(await callFromPage(page, 'getAbout', { more: 1 })).toMatchObject({
    ok: false,
    error: { code: 'bad_message' },
  });
});
