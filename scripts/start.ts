// npm start: the app on this machine, built when its sources have changed.
import { ensureBuilt } from './runtime/build.ts';
import { SetupError, stream } from './runtime/commands.ts';
import { hasDisplay } from './runtime/display.ts';
import { electronArguments } from './runtime/electron-arguments.ts';
import { runScript } from './runtime/entry.ts';
import { projectRoot } from './runtime/paths.ts';
import { prepareRuntime } from './runtime/prepare.ts';

await runScript(async () => {
  if (!hasDisplay()) {
    throw new SetupError(
      'There is no display to open a window on. The same things without a window: npm run -s cli -- --help',
    );
  }
  const { electron, env } = await prepareRuntime('desktop');
  await ensureBuilt(env);
  const args = [...electronArguments(), '.', ...process.argv.slice(2)];
  return stream(electron.executable, args, { cwd: projectRoot, env });
});
