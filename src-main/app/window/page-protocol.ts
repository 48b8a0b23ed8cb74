import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { PAGE_SCHEME, resolvePage } from './resolve-page.ts';

/** Nothing from elsewhere, nothing inline, no way to send anything out. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  // Text never becomes markup: the page may not hand strings to the parser at all.
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Makes the scheme behave like https: an origin of its own. Has to run before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: PAGE_SCHEME, privileges: { standard: true, secure: true } }]);
}

/** Serves the built window from `root` in this session. */
export function servePage(session: Session, root: string): void {
  session.protocol.handle(PAGE_SCHEME, async (request) => {
    const page = request.method === 'GET' ? resolvePage(root, request.url) : null;
    if (page === null) return notFound();
    try {
      return new Response(await readFile(page.file), { headers: { ...HEADERS, 'content-type': page.type } });
    } catch {
      return notFound();
    }
  });
}

function notFound(): Response {
  return new Response('Not found', { status: 404, headers: { ...HEADERS, 'content-type': 'text/plain' } });
}
