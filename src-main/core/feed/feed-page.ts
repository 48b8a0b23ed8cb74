import { z } from 'zod';

/** What is looked at of an event in the feed. Its location is never read. */
export type FeedItem = { id: string | null; title: string | null; startMs: number | null; url: string | null };

/** `last`: true when the feed says that nothing follows, false when it says that more does, null when it does not say. */
export type FeedPage = { items: FeedItem[]; attribution: string | null; last: boolean | null };

const LONGEST_TEXT = 500;
const text = z
  .string()
  .transform((value) => value.slice(0, LONGEST_TEXT))
  .optional()
  .catch(undefined);

const Item = z.object({
  id: z
    .union([z.number().transform(String), z.string().max(200)])
    .optional()
    .catch(undefined),
  title: text,
  name: text,
  startAt: text,
  start: text,
  startDate: text,
  canonicalUrl: text,
  canonical_url: text,
  url: text,
  link: text,
});

/** Where lists of events usually are. */
const LISTS = ['docs', 'events', 'items', 'data', 'results'] as const;

const Envelope = z.object({
  hasNextPage: z.boolean().optional().catch(undefined),
  page: z.number().optional().catch(undefined),
  limit: z.number().optional().catch(undefined),
  totalDocs: z.number().optional().catch(undefined),
});

/** Reads a page of the feed, whose shape is not documented: what cannot be found is null, and no list at all is null. */
export function readFeedPage(json: unknown): FeedPage | null {
  const list = listIn(json);
  if (list === null) return null;
  const items = list.flatMap((one): FeedItem[] => {
    const item = Item.safeParse(one).data;
    if (item === undefined) return [];
    const start = Date.parse(item.startAt ?? item.start ?? item.startDate ?? '');
    return [
      {
        id: item.id ?? null,
        title: item.title ?? item.name ?? null,
        startMs: Number.isNaN(start) ? null : start,
        url: webAddress(item.canonicalUrl ?? item.canonical_url ?? item.url ?? item.link),
      },
    ];
  });
  // A list of something else tells nothing of events.
  if (list.length > 0 && items.every(({ id, title }) => id === null && title === null)) return null;
  return { items, attribution: attributionIn(json), last: lastIn(json) };
}

function listIn(json: unknown): unknown[] | null {
  if (Array.isArray(json)) return json;
  if (typeof json !== 'object' || json === null) return null;
  for (const name of LISTS) {
    const value = Object.hasOwn(json, name) ? (json as Record<string, unknown>)[name] : undefined;
    if (Array.isArray(value)) return value;
  }
  return null;
}

function lastIn(json: unknown): boolean | null {
  const { hasNextPage, page, limit, totalDocs } = Envelope.safeParse(json).data ?? {};
  if (hasNextPage !== undefined) return !hasNextPage;
  if (page === undefined || limit === undefined || totalDocs === undefined) return null;
  return page * limit >= totalDocs;
}

const Attribution = z.object({
  attribution: z.union([z.string(), z.object({ text: z.string() }).transform((one) => one.text)]),
});

function attributionIn(json: unknown): string | null {
  return Attribution.safeParse(json).data?.attribution.slice(0, LONGEST_TEXT) ?? null;
}

/** Only what a browser may open; the rest is not shown. */
function webAddress(address: string | undefined): string | null {
  if (address === undefined) return null;
  try {
    const url = new URL(address);
    return ['https:', 'http:'].includes(url.protocol) && url.username === '' && url.password === '' ? url.href : null;
  } catch {
    return null;
  }
}
