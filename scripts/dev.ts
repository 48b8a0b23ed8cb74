// npm run dev: the app from its sources. The window reloads by itself, the rest restarts after a change.
import { SetupError, stream } from './runtime/commands.ts';
import { hasDisplay } from './runtime/display.ts';
import { electronArguments } from './runtime/electron-arguments.ts';
import { runScript } from './runtime/entry.ts';
import { projectRoot } from './runtime/paths.ts';
import { prepareRuntime } from './runtime/prepare.ts';
import { tool } from './runtime/tools.ts';

await runScript(async () => {
  if (!hasDisplay()) throw new SetupError('There is no display to open a window on.');
  const { electron, env } = await prepareRuntime('desktop');
  const args = [tool('electron-vite'), 'dev', '--watch', '--', ...electronArguments(), ...process.argv.slice(2)];
  // electron-vite looks for Electron by itself, and not where the electron package would.
  return stream(process.execPath, args, { cwd: projectRoot, env: { ...env, ELECTRON_EXEC_PATH: electron.executable } });
});
