import { join, resolve } from 'node:path';

/** What the surroundings of this start decide: arguments and environment, read once. */
export type Launch = {
  /** The real workspace; practice data, the app's own settings and its log live below it. */
  dataDir: string;
  /** True when somebody named the directory: then Electron's own files stay inside it too. */
  dataDirGiven: boolean;
  /** A platform address that holds for this start instead of the remembered workspace. For scripts and tests. */
  apiUrl: string | null;
  /** A key for this start, used instead of the keychain. For unattended machines. */
  apiKey: string | null;
  /** Where electron-vite serves the window from while the app is being developed. */
  devServerUrl: string | null;
};

type Surroundings = {
  env: Record<string, string | undefined>;
  argv: readonly string[];
  userDataDir: string;
  isPackaged: boolean;
};

/** Arguments win over the environment, the environment over the system's usual place. */
export function readLaunch({ env, argv, userDataDir, isPackaged }: Surroundings): Launch {
  const given = argument(argv, '--data-dir') ?? nonEmpty(env.ORGANIZER_DATA_DIR);
  return {
    dataDir: given === null ? join(userDataDir, 'workspace') : resolve(given),
    dataDirGiven: given !== null,
    apiUrl: nonEmpty(env.PINNED_EVENTS_API_URL),
    apiKey: nonEmpty(env.PINNED_EVENTS_API_KEY),
    // A packaged app shows its own files only, whatever the environment says.
    devServerUrl: isPackaged ? null : nonEmpty(env.ELECTRON_RENDERER_URL),
  };
}

/** Takes the key out of the environment, so that no child process inherits it. Call it once it was read. */
export function forgetKey(env: Record<string, string | undefined>): void {
  delete env.PINNED_EVENTS_API_KEY;
}

function argument(argv: readonly string[], name: string): string | null {
  for (const [index, word] of argv.entries()) {
    if (word === name) return nonEmpty(argv[index + 1]);
    if (word.startsWith(`${name}=`)) return nonEmpty(word.slice(name.length + 1));
  }
  return null;
}

function nonEmpty(text: string | undefined): string | null {
  const trimmed = text?.trim();
  return trimmed === undefined || trimmed === '' ? null : trimmed;
}
