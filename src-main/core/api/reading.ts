import { type ErrorCode, OrganizerError } from '#shared/errors.ts';
import { type ApiError, PageSchema, readApiError } from './answers.ts';
import type { ApiClient } from './client.ts';
import type { Exchange } from './exchange.ts';

/** Pages are asked for at the documented cap; the platform answers with the limit it really used. */
const PAGE_LIMIT = 100;

/** A list that never ends is a fault of the server, not a reason to read for ever. */
const MOST_PAGES = 2_000;

/** One page. `last` is true only when the platform itself says that nothing follows. */
export type Page = { docs: unknown[]; last: boolean };

/** A read that was not answered with what was asked for; what came instead is kept, for its `Retry-After`. */
export class ReadRefused extends OrganizerError {
  readonly exchange: Exchange;

  constructor(code: ErrorCode, message: string, exchange: Exchange) {
    super(code, message);
    this.exchange = exchange;
  }
}

export type Reading = { api: ApiClient; key: string; signal?: AbortSignal | undefined };

/**
 * All pages of a list, by either documented envelope: `hasNextPage` when it is there, else on while
 * `page * limit < totalDocs` with the limit that was returned (page pagination).
 * @throws OrganizerError as `refusal` says, or `platform_error` when an answer is no page.
 */
export async function* readPages(
  { api, key, signal }: Reading,
  path: string,
  mostPages = MOST_PAGES,
): AsyncGenerator<Page> {
  for (let page = 1; page <= mostPages; page += 1) {
    const exchange = await api.send({ method: 'GET', path: `${path}?page=${page}&limit=${PAGE_LIMIT}`, key, signal });
    const parsed = PageSchema.safeParse(okJson(exchange));
    if (!parsed.success) throw unknownForm(path);
    const { docs, limit, totalDocs, hasNextPage } = parsed.data;
    const last = !(hasNextPage ?? page * limit < totalDocs);
    yield { docs, last };
    if (last || docs.length === 0) return;
  }
}

export function unknownForm(path: string): OrganizerError {
  return new OrganizerError('platform_error', `Pinned Events answered ${path} in a form that this app does not know.`);
}

/** The JSON of a 2xx answer. @throws OrganizerError as `refusal` says. */
export function okJson(exchange: Exchange): unknown {
  if (exchange.kind === 'answer' && exchange.status >= 200 && exchange.status < 300 && exchange.json !== undefined) {
    return exchange.json;
  }
  throw refusal(exchange);
}

/** The error that a failed read means to a person. Reads change nothing, so there is never a doubt to keep. */
export function refusal(exchange: Exchange): ReadRefused {
  const refused = (code: ErrorCode, message: string) => new ReadRefused(code, message.trim(), exchange);
  if (exchange.kind === 'noAnswer') {
    return refused(
      'offline',
      `Pinned Events cannot be reached (${exchange.code}). Check the connection and try again; nothing was lost.`,
    );
  }
  const error = readApiError(exchange.json);
  if (exchange.status === 401) return refused('key_refused', keyRefusedMessage(error));
  if (exchange.status === 403 && error?.code === 'insufficient_scope') {
    return refused('scope_missing', `The API key lacks a scope for this. ${error.message}`);
  }
  if (exchange.status === 429) {
    const seconds = exchange.retryAfterMs === null ? null : Math.ceil(exchange.retryAfterMs / 1_000);
    return refused(
      'platform_error',
      `Pinned Events asks to slow down. Try again ${seconds === null ? 'in a minute' : `in ${seconds} s`}.`,
    );
  }
  if (exchange.html || (exchange.status >= 300 && exchange.status < 400)) {
    return refused(
      'offline',
      'Something between this computer and Pinned Events answered with a web page. Sign in to the Wi-Fi if it asks for that, then try again.',
    );
  }
  return refused('platform_error', `Pinned Events answered with status ${exchange.status}. ${error?.message ?? ''}`);
}

export function keyRefusedMessage(error: ApiError | null): string {
  const said = error?.message ? ` It said: ${error.message}` : '';
  return `Pinned Events refused the API key: it is missing, malformed, revoked, disabled or expired. Add a new key.${said}`;
}
