// npm start: the app on this machine, built when its sources have changed. Without a display, the same main job in the
// terminal.
import { runDemo } from './demo/demo.ts';
import { ensureBuilt } from './runtime/build.ts';
import { stream } from './runtime/commands.ts';
import { hasDisplay } from './runtime/display.ts';
import { electronArguments } from './runtime/electron-arguments.ts';
import { runScript } from './runtime/entry.ts';
import { projectRoot } from './runtime/paths.ts';
import { prepareRuntime } from './runtime/prepare.ts';

await runScript(async () => {
  const withWindow = hasDisplay();
  const { electron, env } = await prepareRuntime(withWindow ? 'desktop' : 'private');
  await ensureBuilt(env);
  if (!withWindow) {
    console.log('There is no display here, so the main job runs in this terminal.\n');
    return runDemo(env);
  }
  const args = [...electronArguments(), '.', ...process.argv.slice(2)];
  return stream(electron.executable, args, { cwd: projectRoot, env });
});
