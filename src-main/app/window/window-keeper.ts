import { app, type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent, MessageChannelMain } from 'electron';
import { PORT_CHANNEL, SHORTCUT_CHANNEL } from '../../preload/channels.ts';
import { isOurPage } from '../calls/sender.ts';
import type { WindowShortcut } from './menu.ts';

/** The one window: there or not, and how to reach its page. */
export type WindowKeeper = {
  window(): BrowserWindow | null;
  /** Brings the window to the front; makes it when there is none. */
  show(): void;
  /** Gives the page a new channel to the core. */
  connect(): void;
  press(shortcut: WindowShortcut): void;
  isOurs(event: IpcMainEvent | IpcMainInvokeEvent): boolean;
};

type Options = {
  origin: string;
  create: () => BrowserWindow;
  /** Takes the core's end of a new channel. Null while the core has nothing to say yet. */
  serve: (port: Electron.MessagePortMain) => Promise<void>;
  isCoreReady: () => boolean;
  log: (line: string) => void;
};

export function createWindowKeeper({ origin, create, serve, isCoreReady, log }: Options): WindowKeeper {
  let window: BrowserWindow | null = null;

  function show() {
    if (window === null) {
      window = create();
      // Each page that was loaded gets a channel of its own; one that is there before a workspace is open gets it then.
      window.webContents.on('dom-ready', connect);
      window.on('closed', () => {
        window = null;
      });
      return;
    }
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  }

  function connect() {
    if (window === null || window.webContents.mainFrame.origin !== origin || !isCoreReady()) return;
    const { port1, port2 } = new MessageChannelMain();
    window.webContents.postMessage(PORT_CHANNEL, null, [port2]);
    void serve(port1).catch(() => log('the core did not take its end of a channel'));
  }

  const isOurs = (event: IpcMainEvent | IpcMainInvokeEvent) => isOurPage(event, window?.webContents ?? null, origin);

  app.on('activate', show);
  app.on('second-instance', show);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });

  return {
    window: () => window,
    show,
    connect,
    press: (shortcut) => window?.webContents.send(SHORTCUT_CHANNEL, shortcut),
    isOurs,
  };
}
