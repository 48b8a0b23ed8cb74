// Installs what Debian and Ubuntu lack for the tests; run by root. `npm test` and `npm start` do the same by themselves.
import { runScript } from './runtime/entry.ts';
import { ensureSystemLibraries } from './runtime/system-libraries.ts';

await runScript(async () => {
  await ensureSystemLibraries(['electron', 'display', 'keyring', 'nativeBuild']);
  return 0;
});
