import { app, type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent, MessageChannelMain } from 'electron';
import { OPENED_CHANNEL, PORT_CHANNEL, SHORTCUT_CHANNEL } from '../../preload/channels.ts';
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
  /** Tells the page that there is a calendar for it; makes the window when there is none. */
  offerFile(): void;
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
  /** True from `dom-ready` until the page is loaded anew or gone: then it has exactly one channel, and calls on it. */
  let pageReady = false;

  function show() {
    if (window === null) {
      window = create();
      // Each page that was loaded gets a channel of its own; one that is there before a workspace is open gets it then.
      // A workspace that opens while the page still loads leaves it to `dom-ready`: a second channel would end the
      // first one, and what the page had asked on it.
      window.webContents.on('dom-ready', () => {
        pageReady = true;
        connect();
      });
      window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
        if (isMainFrame && !isSameDocument) pageReady = false;
      });
      window.webContents.on('render-process-gone', () => {
        pageReady = false;
      });
      window.on('closed', () => {
        window = null;
        pageReady = false;
      });
      return;
    }
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  }

  function connect() {
    if (window === null || !pageReady || window.webContents.mainFrame.origin !== origin || !isCoreReady()) return;
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
    offerFile() {
      show();
      window?.webContents.send(OPENED_CHANNEL);
    },
    isOurs,
  };
}
