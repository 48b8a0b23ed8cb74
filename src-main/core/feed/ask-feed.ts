import robotsParser from 'robots-parser';
import { describeFailure } from '../api/exchange.ts';
import { readText } from '../api/read-text.ts';
import { parseRetryAfter } from '../api/retry-after.ts';
import type { Clock, Fetch } from '../ports.ts';
import { type FeedItem, readFeedPage } from './feed-page.ts';

/** Documented to exist (llms.txt); its shape and its paging are not. */
const FEED_PATH = '/api/llm/events';
const USER_AGENT = 'PinnedOrganizer';

const TIMEOUT_MS = 10_000;
const LONGEST_ROBOTS_BYTES = 512 * 1024;
const LONGEST_PAGE_BYTES = 8 * 1024 * 1024;

/** Requests for one check, at most: the feed is everybody's, and a check is a glance. */
const MOST_REQUESTS = 5;

export type FeedAnswer =
  | {
      kind: 'items';
      items: FeedItem[];
      attribution: string | null /** True when the feed itself says that this was all. */;
      complete: boolean;
    }
  | { kind: 'trouble'; why: string };

type Parts = { fetch: Fetch; apiUrl: string; clock: Clock };

/**
 * Reads the public feed, without any key, as far as robots.txt allows it (RFC 9309), stopping where `found` says so or
 * where the platform asks to slow down. Never throws, never follows a redirect.
 */
export async function askFeed(parts: Parts, found: (items: FeedItem[]) => boolean): Promise<FeedAnswer> {
  const forbidden = await whyForbidden(parts);
  if (forbidden !== null) return { kind: 'trouble', why: forbidden };
  const items: FeedItem[] = [];
  let attribution: string | null = null;
  for (let page = 0; page < MOST_REQUESTS; page += 1) {
    // The first request is bare: no page documents any parameter. Where it says that there is more, the rest is asked
    // for as the lists of the API are, from the start, because its pages may be short.
    const answer = await get(parts, page === 0 ? FEED_PATH : `${FEED_PATH}?page=${page}&limit=100`, LONGEST_PAGE_BYTES);
    if (answer.kind === 'trouble') return page === 0 ? answer : { kind: 'items', items, attribution, complete: false };
    const read = readFeedPage(parseJson(answer.text));
    if (read === null) return { kind: 'trouble', why: 'the public feed has a form that this app does not know' };
    items.push(...read.items);
    attribution ??= read.attribution;
    if (read.last || found(read.items)) return { kind: 'items', items, attribution, complete: read.last === true };
    if (read.items.length === 0 || read.last === null) break;
  }
  return { kind: 'items', items, attribution, complete: false };
}

/** Why robots.txt keeps this app away from the feed, or null. One that is not there allows everything; trouble nothing. */
async function whyForbidden(parts: Parts): Promise<string | null> {
  const answer = await get(parts, '/robots.txt', LONGEST_ROBOTS_BYTES);
  if (answer.kind === 'trouble') {
    const absent = answer.status !== null && answer.status >= 400 && answer.status < 500 && answer.status !== 429;
    return absent ? null : `robots.txt could not be read (${answer.why})`;
  }
  const base = parts.apiUrl.replace(/\/+$/, '');
  const robots = robotsParser(`${base}/robots.txt`, answer.text);
  return robots.isAllowed(base + FEED_PATH, USER_AGENT) === false
    ? 'robots.txt does not allow programs to read the public feed'
    : null;
}

type Got = { kind: 'text'; text: string } | { kind: 'trouble'; why: string; status: number | null };

async function get({ fetch, apiUrl, clock }: Parts, path: string, mostBytes: number): Promise<Got> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(apiUrl.replace(/\/+$/, '') + path, {
      headers: { accept: path.endsWith('.txt') ? 'text/plain' : 'application/json' },
      redirect: 'manual',
      signal: timeout,
    });
    const { status } = response;
    if (status === 200) return { kind: 'text', text: await readText(response, mostBytes) };
    await response.body?.cancel();
    if (status !== 429) return { kind: 'trouble', why: `the answer was status ${status}`, status };
    const waitMs = parseRetryAfter(response.headers.get('retry-after'), response.headers.get('date'), clock.now());
    const when = waitMs === null ? 'in some minutes' : `in ${Math.ceil(waitMs / 1_000)} s`;
    return { kind: 'trouble', why: `the feed asks to slow down; try again ${when}`, status };
  } catch (thrown) {
    return {
      kind: 'trouble',
      why: `it could not be reached (${describeFailure(thrown, timeout.aborted).code})`,
      status: null,
    };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
