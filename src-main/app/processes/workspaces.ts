import { join } from 'node:path';
import type { HowToRecover, Inspection } from '#shared/contract/recovery-views.ts';
import type { WorkspaceState } from '#shared/contract/views.ts';
import { OrganizerError, toErrorData } from '#shared/errors.ts';
import type { AppSettings, WorkspaceMode } from '../app-settings.ts';
import type { Launch } from '../environment.ts';
import type { PickedFile, WorkspaceSpec } from '../links/core-link.ts';
import { describeThrown } from '../log.ts';
import type { CoreHost } from './core-host.ts';
import type { PracticeHost } from './practice-host.ts';

/** Which workspace is open, and how it is opened again when a process had to be replaced. */
export type Workspaces = {
  /** False until the person chose one for the first time. */
  chosen(): boolean;
  /** True once the core can answer the window, if only with the reason why it cannot. */
  ready(): boolean;
  /** Opens this one in place of the one that is open, which stays when that fails. @throws OrganizerError */
  open(mode: WorkspaceMode): Promise<WorkspaceState>;
  /** At the start: the one that was open last. A failure is what the window then gets to read. */
  openRemembered(): Promise<void>;
  /** What there is to go back to when the last one that was wanted has a damaged database; null when it has not. */
  recovery(): Promise<Inspection | null>;
  /** Replaces that database, keeps it, and opens the workspace. @throws OrganizerError */
  recover(how: HowToRecover): Promise<WorkspaceState>;
  /** For a core that was started again, or a practice API that moved. */
  reopen(): Promise<void>;
};

type Parts = {
  launch: Launch;
  settings: AppSettings;
  core: CoreHost;
  practice: PracticeHost;
  files: () => PickedFile[];
  /** The window needs a new channel to the core. */
  connectWindow: () => void;
  log: (line: string) => void;
};

/** The practice workspace lives beside the real one, in a directory and a database of its own. */
export function practiceDirIn(dataDir: string): string {
  return join(dataDir, 'practice');
}

export function createWorkspaces(parts: Parts): Workspaces {
  const { launch, settings, core, practice } = parts;
  let current: WorkspaceMode | null = null;
  let ready = false;
  /** Wanted last, and not opened because its database is damaged. */
  let damaged: WorkspaceMode | null = null;
  // One change at a time: two quick clicks must not interleave.
  let queue: Promise<unknown> = Promise.resolve();

  async function specOf(mode: WorkspaceMode): Promise<WorkspaceSpec> {
    if (mode === 'practice') {
      const { url, key } = await practice.start();
      return { dataDir: practiceDirIn(launch.dataDir), apiUrl: url, keys: { kind: 'given', key } };
    }
    const keys =
      launch.apiKey === null ? { kind: 'keychain' as const } : { kind: 'given' as const, key: launch.apiKey };
    return { dataDir: launch.dataDir, apiUrl: launch.apiUrl, keys };
  }

  async function openNow(mode: WorkspaceMode): Promise<WorkspaceState> {
    damaged = null;
    const state = await core.open(await specOf(mode), parts.files()).catch((thrown: unknown) => {
      if (thrown instanceof OrganizerError && thrown.code === 'database_damaged') damaged = mode;
      throw thrown;
    });
    current = mode;
    ready = true;
    parts.connectWindow();
    if (mode === 'real') await practice.stop();
    return state;
  }

  async function openOrExplain(mode: WorkspaceMode): Promise<void> {
    try {
      await openNow(mode);
    } catch (thrown) {
      parts.log(`the ${mode} workspace could not be opened: ${describeThrown(thrown)}`);
      await core.refuse(toErrorData(thrown)).catch(() => undefined);
      current = mode;
      ready = true;
      parts.connectWindow();
    }
  }

  /** Not being asked again is a comfort: a disk that refuses it must not make an open workspace look closed. */
  function remember(mode: WorkspaceMode) {
    try {
      settings.rememberWorkspace(mode);
    } catch (thrown) {
      parts.log(`app.json was not written: ${describeThrown(thrown)}`);
    }
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  }

  return {
    chosen: () => launch.apiUrl !== null || settings.workspace() !== null,
    ready: () => ready,
    open: (mode) =>
      inTurn(async () => {
        // A start with a given address is bound to it, and to the directory that was given with it.
        if (launch.apiUrl !== null && mode === 'practice') throw boundToAddress();
        const state = await openNow(mode);
        if (launch.apiUrl === null) remember(mode);
        return state;
      }),
    recovery: () => inTurn(async () => (damaged === null ? null : core.inspect((await specOf(damaged)).dataDir))),
    recover: (how) =>
      inTurn(async () => {
        if (damaged === null) throw new OrganizerError('not_allowed', 'This workspace is not damaged.');
        const mode = damaged;
        await core.recover((await specOf(mode)).dataDir, how);
        const state = await openNow(mode);
        if (launch.apiUrl === null) remember(mode);
        return state;
      }),
    openRemembered: () =>
      inTurn(async () => {
        const mode = launch.apiUrl === null ? settings.workspace() : 'real';
        if (mode !== null) await openOrExplain(mode);
      }),
    reopen: () =>
      inTurn(async () => {
        if (current !== null) await openOrExplain(current);
      }),
  };
}

function boundToAddress(): OrganizerError {
  return new OrganizerError(
    'not_allowed',
    'Pinned Organizer was started for one platform address (PINNED_EVENTS_API_URL). Start it without that to use practice mode.',
  );
}
