// The first code of every start. One program is both: the app with its window, and `organizer` without one.
import { commandLineWords } from './command-line.ts';

const words = commandLineWords(process.argv);

if (words === null) {
  await import('./index.ts');
} else {
  const { runCommandLine } = await import('../cli/run.ts');
  // Electron waits for this file before it looks for a display, a keychain or another app that is running. `organizer`
  // is done by then and needs none of them.
  process.exit(await runCommandLine(words));
}
