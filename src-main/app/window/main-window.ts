import { BrowserWindow, nativeTheme, type Session } from 'electron';
import { MIN_HEIGHT, MIN_WIDTH } from './placement.ts';
import type { createWindowMemory } from './window-memory.ts';

type Options = {
  url: string;
  preload: string;
  session: Session;
  memory: ReturnType<typeof createWindowMemory>;
  log: (line: string) => void;
};

/** The colours that the window's own styles begin with, so that nothing flashes before they are there. */
const GROUND = { light: '#fcfcfb', dark: '#18191c' };

/** A page that dies this often in a row has a defect that loading it again does not cure. */
const MOST_RELOADS = 3;

/** Makes the one window and loads the page into it. */
export function createMainWindow({ url, preload, session, memory, log }: Options): BrowserWindow {
  const { maximized, ...bounds } = memory.recall();
  const window = new BrowserWindow({
    ...bounds,
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    show: false,
    title: 'Pinned Organizer',
    backgroundColor: nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light,
    autoHideMenuBar: true,
    webPreferences: {
      session,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Elsewhere than on macOS Chromium would fetch dictionaries from a server.
      spellcheck: process.platform === 'darwin',
    },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => memory.keep(window));
  recover(window, log);
  void window.loadURL(url).catch((thrown: unknown) => log(`the page did not load: ${String(thrown)}`));
  return window;
}

/** Loads the page again when its process died: everything that matters is in the core. */
function recover(window: BrowserWindow, log: (line: string) => void): void {
  let reloads = 0;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log(`the page's process is gone: ${reason}`);
    if (reason === 'clean-exit' || reloads >= MOST_RELOADS) return;
    reloads += 1;
    window.webContents.reload();
  });
  window.on('unresponsive', () => log('the page does not respond'));
}
