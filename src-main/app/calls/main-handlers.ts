import { app, type BrowserWindow, clipboard } from 'electron';
import { readAbout } from '../about.ts';
import type { OpenedFiles } from '../opened/opened-files.ts';
import type { CoreHost } from '../processes/core-host.ts';
import type { Workspaces } from '../processes/workspaces.ts';
import type { ViewMemory } from '../view-memory.ts';
import type { CalendarFiles } from './calendar-files.ts';
import { pasteKey } from './paste-key.ts';
import type { MainHandlers } from './register.ts';
import { pickSaveTarget } from './save-target.ts';

type Parts = {
  core: CoreHost;
  workspaces: Workspaces;
  files: CalendarFiles;
  opened: OpenedFiles;
  views: ViewMemory;
  window: () => BrowserWindow | null;
  /** Told about a key before it goes anywhere, so that no log shows it. */
  onKey: (key: string) => void;
};

/** What stands behind the calls that need the desktop. */
export function createMainHandlers({ core, workspaces, files, opened, views, window, onKey }: Parts): MainHandlers {
  return {
    openWorkspace: ({ mode }) => workspaces.open(mode),
    getRecovery: () => workspaces.recovery(),
    recover: ({ how }) => workspaces.recover(how),
    pickCalendarFile: () => files.pick(window()),
    takeOpenedFile: () => {
      const path = opened.take();
      return path === null ? null : files.open(path);
    },
    openSampleCalendar: () => files.sample(),
    pickSaveTarget: ({ name, kind }) => pickSaveTarget(window(), { name, kind }, core.addTarget),
    pasteKey: () =>
      pasteKey(clipboard, async (key) => {
        onKey(key);
        return core.setKey(key);
      }),
    removeKey: async () => {
      await core.removeKey();
      return { done: 1 };
    },
    getAppInfo: () => ({
      version: app.getVersion(),
      platform: process.platform,
      workspaceChosen: workspaces.chosen(),
      draftsView: views.recall(),
    }),
    keepDraftsView: (view) => {
      views.keep(view);
      return { done: 1 };
    },
    getAbout: readAbout,
  };
}
