import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { projectRoot } from '../../scripts/runtime/paths.ts';

// Pictures change with fonts and machines, so they are only taken on request:
// UPDATE_SCREENS=1 npm run test:e2e -- screens
export const picturesWanted = process.env.UPDATE_SCREENS === '1';

const sizes = [
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
] as const;
const themes = ['light', 'dark'] as const;

/**
 * One picture of what is on the screen for each size and theme, in docs/screens.
 * @param prepare called for each size, to scroll to what the picture is about
 */
export async function picture(
  electron: ElectronApplication,
  page: Page,
  name: string,
  prepare?: () => Promise<void>,
): Promise<void> {
  // Nothing is under the mouse.
  await page.mouse.move(1, 1);
  for (const size of sizes) {
    await electron.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
    }, size);
    await prepare?.();
    for (const theme of themes) {
      await electron.evaluate(({ nativeTheme }, source) => {
        nativeTheme.themeSource = source;
      }, theme);
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.waitForTimeout(250);
      const file = `${name}-${size.width}x${size.height}-${theme}.png`;
      await page.screenshot({ path: join(projectRoot, 'docs', 'screens', file) });
    }
  }
}
