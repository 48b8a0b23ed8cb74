import { app, type Session, shell, type WebContents } from 'electron';
import { externalLink } from './external-link.ts';

/** Chromium's ways to let another program drive a page. The fuses of a package close Node's own. */
export const debuggingSwitches = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-allow-origins'] as const;

/**
 * Nobody navigates away, nobody opens windows. Holds for every page that is ever created in this app, also by code that
 * should not have. `origin` is the window's own: it may load itself again.
 */
export function lockAllPages(origin: () => string, log: (line: string) => void): void {
  app.on('web-contents-created', (_event, contents) => lock(contents, origin, log));
}

function lock(contents: WebContents, origin: () => string, log: (line: string) => void): void {
  const stayHere = (event: { preventDefault(): void; url: string }) => {
    if (originOf(event.url) === origin()) return;
    event.preventDefault();
    log(`a page was kept from navigating to ${originOf(event.url)}`);
  };
  contents.on('will-frame-navigate', stayHere);
  contents.on('will-redirect', stayHere);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    const link = externalLink(url);
    if (link === null) log('a page was kept from opening a window');
    else void shell.openExternal(link).catch(() => log('the system did not open a link'));
    return { action: 'deny' };
  });
}

/** The session of the window: no permissions, and nothing loaded from anywhere but the window's own origin. */
export function lockSession(session: Session, origin: string): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => {
    const from = originOf(details.url);
    // The developer tools are pages of Chromium's own. A development server also speaks over a socket.
    const ours = from === origin || from === origin.replace(/^http/, 'ws') || details.url.startsWith('devtools://');
    answer({ cancel: !ours });
  });
}

/** `URL.origin` says "null" for schemes that it does not know, such as ours. */
function originOf(address: string): string {
  try {
    const { protocol, host } = new URL(address);
    return `${protocol}//${host}`;
  } catch {
    return 'an unreadable address';
  }
}
