// Opens the real app on the data directory of the demo and saves a picture of it. Runs where there is a display.
import { _electron } from 'playwright';
import { electronArguments } from '../runtime/electron-arguments.ts';
import { runScript } from '../runtime/entry.ts';
import { projectRoot } from '../runtime/paths.ts';

await runScript(async () => {
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new Error('Say where to save the picture.');
  const args = [...electronArguments(), '.'];
  const app = await _electron.launch({ args, cwd: projectRoot, chromiumSandbox: !args.includes('--no-sandbox') });
  try {
    const page = await app.firstWindow();
    await page
      .getByRole('link', { name: /outbox/i })
      .or(page.getByRole('button', { name: /outbox/i }))
      .first()
      .click();
    await page
      .getByText(/delivered/i)
      .first()
      .waitFor();
    await page.screenshot({ path: file });
  } finally {
    await app.close();
  }
  return 0;
});
