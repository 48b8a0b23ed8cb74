import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { goTo } from './steps.ts';

/** The person picks these files in the system's dialogs. */
export async function answerDialogs(electron: ElectronApplication, { open, save }: { open?: string; save?: string }) {
  await electron.evaluate(
    ({ dialog }, paths) => {
      dialog.showOpenDialog = async () => ({
        canceled: false,
        filePaths: paths.open === undefined ? [] : [paths.open],
      });
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: paths.save ?? '' });
    },
    { open, save },
  );
}

/** Picks that calendar in the import view. */
export async function pick(electron: ElectronApplication, page: Page, path: string) {
  await answerDialogs(electron, { open: path });
  await goTo(page, 'Import');
  await page.getByRole('button', { name: 'Choose a file…' }).click();
}

/** Writes a calendar of these lines. Returns its path. */
export async function calendar(dir: string, lines: string[], name = 'season.csv') {
  const path = join(dir, name);
  await writeFile(path, `${lines.join('\r\n')}\r\n`);
  return path;
}
