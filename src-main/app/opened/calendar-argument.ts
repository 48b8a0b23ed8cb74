import { extname, resolve } from 'node:path';

/** What the packages offer the app for, and what else a person may drag onto its icon. */
const calendarExtensions = new Set(['.ics', '.csv', '.tsv', '.txt']);

/** Options of ours that are followed by a value of their own. */
const withValue = new Set(['--data-dir']);

/**
 * The calendar that a start of the app was asked to open, as an absolute path; null when it was asked for none. The
 * system names it on the command line; only the name is looked at here, not the disk.
 * @param argv the whole command line, the program first
 * @param directory where names in it are relative to
 */
export function calendarArgument(argv: readonly string[], directory: string): string | null {
  const words = argv.slice(1).filter((word, index) => !word.startsWith('-') && !withValue.has(argv[index] ?? ''));
  const named = words.findLast((word) => calendarExtensions.has(extname(word).toLowerCase()));
  return named === undefined ? null : resolve(directory, named);
}
