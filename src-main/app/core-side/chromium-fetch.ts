import { Readable } from 'node:stream';
import { net } from 'electron';
import type { Fetch } from '#core/ports.ts';

/**
 * Sends through Chromium's network stack, which knows the system's proxy and certificates. `net.fetch` would do but for
 * redirects: it hides their answer, and the core has to see that somebody wanted to send it elsewhere. No redirect is
 * ever followed, no cookie kept.
 */
export const chromiumFetch: Fetch = (url, init = {}) =>
  new Promise((resolve, reject) => {
    const { signal } = init;
    if (signal?.aborted) return reject(signal.reason);
    const request = net.request({
      url,
      method: init.method ?? 'GET',
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
    });
    for (const [name, value] of new Headers(init.headers)) request.setHeader(name, value);

    const onAbort = () => {
      request.abort();
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    request.on('close', () => signal?.removeEventListener('abort', onAbort));
    request.on('error', (error) => reject(withDoubt(error, request.getUploadProgress())));
    request.on('redirect', (status, _method, _location, headers) => {
      resolve(new Response(null, { status, headers: toHeaders(headers) }));
      request.abort();
    });
    request.on('response', (message) => {
      const { statusCode: status, headers } = message;
      const body = hasBody(init.method, status) ? streamOf(message as unknown as Readable) : null;
      resolve(new Response(body, { status, headers: toHeaders(headers) }));
    });
    request.end(bodyOf(init.body));
  });

/**
 * Chromium uses one code for a network that was away from the start and one that went away under an open connection.
 * Where bytes of the body had left, the error says so in Node's way, and the core keeps its doubt.
 */
function withDoubt(error: Error, upload: Electron.UploadProgress): Error {
  return upload.started && upload.current > 0 ? Object.assign(error, { syscall: 'write' }) : error;
}

/** Bytes are all that the core sends. */
function bodyOf(body: RequestInit['body']): Buffer | undefined {
  if (body === undefined || body === null) return undefined;
  if (body instanceof Uint8Array) return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  throw new TypeError('A request body must be bytes.');
}

/** The fetch standard refuses a body for these. */
function hasBody(method: string | undefined, status: number): boolean {
  return method !== 'HEAD' && ![101, 204, 205, 304].includes(status);
}

function streamOf(message: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(message) as ReadableStream<Uint8Array>;
}

function toHeaders(headers: Record<string, string | string[]>): Headers {
  const result = new Headers();
  for (const [name, values] of Object.entries(headers)) {
    for (const value of Array.isArray(values) ? values : [values]) result.append(name, value);
  }
  return result;
}
