/**
 * The words behind `organizer`; null for a start of the app itself.
 *
 * The launchers of the packages (`resources/launchers`) start the app's own program with `-- cli WORDS…`. So the
 * packages need no program that runs any script it is given: Electron's way to be one (RunAsNode) is off in them.
 * Behind `--` Chromium takes nothing for a switch of its own, whatever the words are.
 * @param argv the whole command line, the program first
 */
export function commandLineWords(argv: readonly string[]): string[] | null {
  const end = argv.indexOf('--');
  return end > 0 && argv[end + 1] === 'cli' ? argv.slice(end + 2) : null;
}
