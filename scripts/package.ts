// npm run package: the app as people install it. Without a word the unpacked app of this machine; `deb` a Debian package
// of it, made with Debian's own tool; `installers` everything that electron-builder makes on this system.

import { buildApp } from './package/build-app.ts';
import { buildDebianPackage } from './package/deb/build-deb.ts';
import { electronToPackage } from './package/electron-to-package.ts';
import { SetupError } from './runtime/commands.ts';
import { runScript } from './runtime/entry.ts';

const whats = ['app', 'deb', 'installers'] as const;

await runScript(async () => {
  const what = whats.find((name) => name === (process.argv[2] ?? 'app'));
  if (what === undefined) throw new SetupError(`Say what to package: ${whats.join(', ')}.`);
  const electron = await electronToPackage();
  const app = await buildApp(electron, what === 'installers' ? 'installers' : 'app');
  console.log(`\nPackaged: ${app}`);
  if (what === 'deb') console.log(`Packaged: ${await buildDebianPackage(electron, app)}`);
  return 0;
});
