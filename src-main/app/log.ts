import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { createKeyHider } from '#core/api/hide-key.ts';

/** Lines for people who look after the app. Never keys, never what is in a draft. */
export type Log = {
  line(text: string): void;
  /** From now on this secret is blacked out (encoded too), should anything ever put it into a line. */
  hide(secret: string): void;
};

const ROTATE_AT_BYTES = 1_000_000;
const LONGEST_LINE = 4_000;

/** Writes to standard error and to a file that only its owner can read, which starts anew at 1 MB and keeps one old part. */
export function createLog(file: string, now: () => Date = () => new Date()): Log {
  const hiders = new Map<string, (text: string) => string>();
  return {
    line(text) {
      let safe = text;
      for (const hide of hiders.values()) safe = hide(safe);
      const written = `${now().toISOString()} ${safe.slice(0, LONGEST_LINE)}\n`;
      process.stderr.write(written);
      try {
        append(file, written);
      } catch {
        // A full or read-only disk must not take the app down; what matters about it is shown where it is met.
      }
    },
    hide(secret) {
      if (!hiders.has(secret)) hiders.set(secret, createKeyHider(secret));
    },
  };
}

function append(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > ROTATE_AT_BYTES) renameSync(file, `${file}.1`);
  appendFileSync(file, text, { mode: 0o600 });
}

/** What a log may say about something thrown: its stack for defects, with the chain of causes. */
export function describeThrown(thrown: unknown): string {
  if (!(thrown instanceof Error)) return `thrown: ${typeof thrown}`;
  const cause = thrown.cause === undefined ? '' : `\n  caused by ${describeThrown(thrown.cause)}`;
  return `${thrown.stack ?? thrown.message}${cause}`;
}
