import { _electron } from '@playwright/test';
import { electronArguments } from '../scripts/runtime/electron-arguments.ts';
import { projectRoot } from '../scripts/runtime/paths.ts';
import { expect, test } from './support/app.ts';
import { startPractising } from './support/steps.ts';

test('a second start on the same data shows the first', async ({ start, dataDir }) => {
  const { electron, page } = await start();
  await startPractising(page);
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const second = await _electron
    .launch({
      args: [...electronArguments(), '.'],
      cwd: projectRoot,
      env: { ...(process.env as Record<string, string>), ORGANIZER_DATA_DIR: dataDir },
      timeout: 15_000,
    })
    .catch(() => null);
  // It ends by itself, before or after the driver could take hold of it.
  if (second !== null) await second.waitForEvent('close');
  await expect
    .poll(() => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(true);
});

test('the window comes back where it was', async ({ start }) => {
  const first = await start();
  await first.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 1000, height: 700 }),
  );
  await first.quit();
  const second = await start();
  const bounds = await second.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  expect(bounds).toEqual({ x: 40, y: 30, width: 1000, height: 700 });
});

test('the menu’s own items do what the window’s shortcuts do', async ({ start }) => {
  const { electron, page } = await start();
  await startPractising(page);
  const click = (label: string) =>
    electron.evaluate(({ Menu }, wanted) => {
      const file = Menu.getApplicationMenu()?.items.find((item) => item.label === '&File');
      file?.submenu?.items.find((item) => item.label === wanted)?.click();
    }, label);
  await click('Import Calendar');
  await expect(page.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible();
  await click('New Draft');
  await expect(page.getByPlaceholder('What is on?')).toBeFocused();
});
