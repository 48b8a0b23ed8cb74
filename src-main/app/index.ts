// The Electron main process. Thin: it starts the other processes, opens the window, and answers what needs the desktop.

import { join } from 'node:path';
import { app, session } from 'electron';
import { built, resource } from './app-paths.ts';
import { createAppSettings } from './app-settings.ts';
import { createCalendarFiles } from './calls/calendar-files.ts';
import { registerDroppedFiles } from './calls/dropped-files.ts';
import { createMainHandlers } from './calls/main-handlers.ts';
import { registerMainCalls } from './calls/register.ts';
import { forgetKey, readLaunch } from './environment.ts';
import type { CoreRequest } from './links/core-link.ts';
import type { PracticeRequest } from './links/practice-link.ts';
import { createLog } from './log.ts';
import { calendarArgument } from './opened/calendar-argument.ts';
import { createOpenedFiles, type HandOver } from './opened/opened-files.ts';
import { createCoreHost } from './processes/core-host.ts';
import { forkEntry } from './processes/fork.ts';
import { createPracticeHost } from './processes/practice-host.ts';
import { supervise } from './processes/supervisor.ts';
import { createWorkspaces, practiceDirIn } from './processes/workspaces.ts';
import { keepProfileIn } from './profile.ts';
import { finishBeforeQuit, PATIENCE_MS } from './quit.ts';
import { catchDefects } from './uncaught.ts';
import { createViewMemory } from './view-memory.ts';
import { debuggingSwitches, lockAllPages, lockSession } from './window/lockdown.ts';
import { createMainWindow } from './window/main-window.ts';
import { installMenu } from './window/menu.ts';
import { registerPageScheme, servePage } from './window/page-protocol.ts';
import { PAGE_ORIGIN, PAGE_URL } from './window/resolve-page.ts';
import { createWindowKeeper } from './window/window-keeper.ts';
import { createWindowMemory } from './window/window-memory.ts';

const launch = readLaunch({
  env: process.env,
  argv: process.argv,
  userDataDir: app.getPath('userData'),
  isPackaged: app.isPackaged,
});
forgetKey(process.env);
if (launch.dataDirGiven) keepProfileIn(launch.dataDir);

const log = createLog(join(launch.dataDir, 'logs', 'app.log'));
if (launch.apiKey !== null) log.hide(launch.apiKey);
catchDefects(log);

// A package is not to be looked into: whoever may drive the window could publish in the person's name.
if (app.isPackaged) for (const name of debuggingSwitches) app.commandLine.removeSwitch(name);

const pageUrl = launch.devServerUrl ?? PAGE_URL;
const pageOrigin = launch.devServerUrl === null ? PAGE_ORIGIN : new URL(launch.devServerUrl).origin;

const calendar = calendarArgument(process.argv, process.cwd());
const opened = createOpenedFiles(calendar);

if (app.requestSingleInstanceLock({ calendar } satisfies HandOver)) {
  // What only works before Electron is ready.
  // As root Chromium has no sandbox, and whoever starts the app so has to say it (--no-sandbox). Everywhere else all
  // pages live in it.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  registerPageScheme();
  lockAllPages(() => pageOrigin, log.line);
  void app.whenReady().then(start);
} else {
  // The app that is running comes to the front by itself.
  app.quit();
}

async function start(): Promise<void> {
  const settings = createAppSettings(launch.dataDir);

  const coreService = supervise<CoreRequest>({
    name: 'core',
    fork: () => forkEntry({ name: 'Organizer core', entry: built('main', 'core-process.js'), log: log.line }),
    closeRequest: { kind: 'close' },
    onRestarted: () => void workspaces.reopen(),
    log: log.line,
  });
  const core = createCoreHost(coreService);

  const practice = createPracticeHost({
    dataDir: practiceDirIn(launch.dataDir),
    supervise: (onRestarted) =>
      supervise<PracticeRequest>({
        name: 'practice API',
        fork: () =>
          forkEntry({ name: 'Organizer practice API', entry: built('main', 'practice-process.js'), log: log.line }),
        closeRequest: { kind: 'close' },
        onRestarted,
        log: log.line,
      }),
    onMoved: () => void workspaces.reopen(),
    onKey: log.hide,
    log: log.line,
  });

  const files = createCalendarFiles(resource('sample-calendar.csv'), core.addFile);

  const workspaces = createWorkspaces({
    launch,
    settings,
    core,
    practice,
    files: files.all,
    connectWindow: () => keeper.connect(),
    log: log.line,
  });

  // In memory: the window keeps nothing on the disk, its truth is the core's database.
  const windowSession = session.fromPartition('window');
  lockSession(windowSession, pageOrigin);
  servePage(windowSession, built('renderer'));

  const memory = createWindowMemory(launch.dataDir, log.line);
  const views = createViewMemory(launch.dataDir, log.line);
  const keeper = createWindowKeeper({
    origin: pageOrigin,
    create: () =>
      createMainWindow({
        url: pageUrl,
        preload: built('preload', 'index.cjs'),
        session: windowSession,
        memory,
        log: log.line,
      }),
    serve: core.serve,
    isCoreReady: workspaces.ready,
    log: log.line,
  });

  registerMainCalls({
    handlers: createMainHandlers({ core, workspaces, files, opened, views, window: keeper.window, onKey: log.hide }),
    isOurs: keeper.isOurs,
    log: log.line,
  });

  registerDroppedFiles({ files, isOurs: keeper.isOurs, log: log.line });

  // The practice API goes last: the core may still be finishing a request to it.
  finishBeforeQuit(async () => {
    views.flush();
    await coreService.stop(PATIENCE_MS);
    await practice.stop();
  });

  opened.onArrival(keeper.offerFile);
  installMenu(keeper.press);
  keeper.show();
  // The window paints while the workspace opens; its first questions wait for the channel.
  await workspaces.openRemembered();
}
