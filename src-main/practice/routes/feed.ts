import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { minimalPage, PageQuery } from '../paging.ts';
import type { EventDoc } from '../schemas.ts';
import type { World } from '../world.ts';

const FeedItem = z.object({
  id: z.number().int(),
  title: z.string(),
  url: z.url().describe('The canonical address of the event.'),
  startAt: z.string(),
  endAt: z.string().optional(),
  timezone: z.string(),
  classifications: z.array(z.string()),
  channel: z.string(),
  city: z.object({ name: z.string().optional(), countryCode: z.string().optional() }),
});

/** Assumed: the whole shape. The overview says only: attribution, canonical URLs, no hidden location. */
export const Feed = z.object({
  attribution: z.object({ text: z.string(), url: z.url() }),
  docs: z.array(FeedItem),
  totalDocs: z.number().int(),
  limit: z.number().int(),
  page: z.number().int(),
});

/** `GET /api/llm/events`: the public feed. Assumed: published events, by start, in the minimal paging envelope. */
export const publicFeed = defineOperation({
  id: 'publicFeed',
  method: 'GET',
  path: '/api/llm/events',
  summary: 'Published events, for anyone',
  source: 'llms.txt',
  assumed: 'The whole shape, the paging and the order.',
  access: 'public',
  query: PageQuery,
  success: { status: 200, contentType: 'application/json', schema: Feed },
  handle({ query, world }) {
    const published = world.store
      .all()
      .map(({ doc }) => doc)
      .filter((doc) => doc.status === 'published')
      .sort((a, b) => Date.parse(a.startAt) - Date.parse(b.startAt));
    const { docs, ...page } = minimalPage(published, query);
    const attribution = {
      text: 'Practice data of Pinned Organizer. Nothing here is a real event.',
      url: world.baseUrl(),
    };
    return { status: 200, body: { attribution, docs: docs.map((doc) => toFeedItem(doc, world)), ...page } };
  },
});

/** Built field by field: only the city, never the exact venue or the place id, so nothing hidden can slip through. */
function toFeedItem(doc: EventDoc, world: World): z.infer<typeof FeedItem> {
  const { name, countryCode } = doc.approxLocation.city;
  return {
    id: doc.id,
    title: doc.title,
    url: `${world.baseUrl()}/events/${doc.id}`,
    startAt: doc.startAt,
    endAt: doc.endAt,
    timezone: doc.timezone,
    classifications: doc.classifications,
    channel: world.channels.byId(doc.channelId)?.name ?? '',
    city: { name, countryCode },
  };
}
