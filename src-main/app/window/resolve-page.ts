import { extname, resolve, sep } from 'node:path';

/** The address of the window. `app:` is a scheme of our own: no page on the web and no file has its origin. */
export const PAGE_SCHEME = 'app';
export const PAGE_HOST = 'organizer';
export const PAGE_ORIGIN = `${PAGE_SCHEME}://${PAGE_HOST}`;
export const PAGE_URL = `${PAGE_ORIGIN}/index.html`;

/** What the window is made of. Anything else is not served, whatever lies in the folder. */
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
};

/** The file in `root` that an address stands for, or null when there is none that may be served. */
export function resolvePage(root: string, address: string): { file: string; type: string } | null {
  const path = pathOf(address);
  if (path === null) return null;
  const file = resolve(root, `.${path === '/' ? '/index.html' : path}`);
  const type = TYPES[extname(file)];
  return file.startsWith(resolve(root) + sep) && type !== undefined ? { file, type } : null;
}

function pathOf(address: string): string | null {
  try {
    const url = new URL(address);
    if (url.protocol !== `${PAGE_SCHEME}:` || url.host !== PAGE_HOST) return null;
    // Decoded once, as a file name would be: what still hides a way up is refused here and again by its prefix.
    const path = decodeURIComponent(url.pathname);
    return /[\\\0]|(^|\/)\.\.(\/|$)/.test(path) ? null : path;
  } catch {
    return null;
  }
}
