import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { createOrganizer, DEFAULT_API_URL } from '#core/create-organizer.ts';
import type { Organizer } from '#core/organizer.ts';
import type { Secrets } from '#core/ports.ts';
import { createKeytarSecrets } from '#core/secrets/keytar.ts';
import { createFixedSecrets } from '#core/secrets/memory.ts';
import { systemClock, systemRandom } from '#core/system.ts';
import { OrganizerError } from '#shared/errors.ts';
import { createOutput, type Output } from './output.ts';

/** What every command has at hand. */
export type Context = { organizer: Organizer; output: Output; signal: AbortSignal };

type CommonOptions = { json?: boolean; dataDir?: string; apiUrl?: string };

/**
 * Opens the workspace that the common options name, runs the command, and closes it again.
 * @param keys `stored` ignores PINNED_EVENTS_API_KEY, for the commands that manage the keychain.
 */
export async function withOrganizer<T>(
  command: Command,
  work: (context: Context) => Promise<T>,
  keys: 'any' | 'stored' = 'any',
): Promise<T> {
  const options = command.optsWithGlobals<CommonOptions>();
  const organizer = await createOrganizer({
    dataDir: dataDirOf(command),
    apiUrl: options.apiUrl ?? process.env.PINNED_EVENTS_API_URL ?? DEFAULT_API_URL,
    secrets: keys === 'stored' ? createKeytarSecrets() : secretsFromEnvironment(),
    fetch: (url, init) => fetch(url, init),
    clock: systemClock,
    random: systemRandom,
    systemTimeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    log: (line) => process.stderr.write(`${line}\n`),
  });
  const interrupted = new AbortController();
  const onInterrupt = () => interrupted.abort();
  process.once('SIGINT', onInterrupt);
  process.once('SIGTERM', onInterrupt);
  try {
    const result = await work({ organizer, output: outputOf(command), signal: interrupted.signal });
    await organizer.backups.afterNews();
    return result;
  } finally {
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onInterrupt);
    await organizer.close();
  }
}

/** The data directory that the common options name. */
export function dataDirOf(command: Command): string {
  const { dataDir } = command.optsWithGlobals<CommonOptions>();
  return resolve(dataDir ?? process.env.ORGANIZER_DATA_DIR ?? defaultDataDir());
}

export function outputOf(command: Command): Output {
  return createOutput(command.optsWithGlobals<CommonOptions>().json === true);
}

/** Unattended jobs bring their key in the environment; people have it in the keychain. Never in an argument. */
function secretsFromEnvironment(): Secrets {
  const key = process.env.PINNED_EVENTS_API_KEY;
  if (key === undefined) return createKeytarSecrets();
  if (key.trim() !== '') return createFixedSecrets(key.trim());
  const empty = async (): Promise<never> => {
    throw new OrganizerError(
      'usage',
      'PINNED_EVENTS_API_KEY is set but empty. Put the key in it, or unset it to use the keychain.',
    );
  };
  return { get: empty, set: empty, remove: empty };
}

/** The data directory of the app, so that both work on the same drafts (Electron's `userData` folder). */
function defaultDataDir(): string {
  const home = homedir();
  const base =
    process.platform === 'darwin'
      ? join(home, 'Library', 'Application Support')
      : process.platform === 'win32'
        ? (process.env.APPDATA ?? join(home, 'AppData', 'Roaming'))
        : (process.env.XDG_CONFIG_HOME ?? join(home, '.config'));
  return join(base, 'Pinned Organizer', 'workspace');
}
