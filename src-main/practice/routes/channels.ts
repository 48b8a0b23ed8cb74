import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { fullPage, PageQuery } from '../paging.ts';
import { sampleClassifications } from '../samples.ts';
import { Channel, Classification } from '../schemas.ts';

/** The full paging envelope (documented, page pagination). */
export const ChannelPage = z.object({
  docs: z.array(Channel),
  page: z.number().int(),
  limit: z.number().int(),
  totalDocs: z.number().int(),
  totalPages: z.number().int(),
  hasNextPage: z.boolean(),
  hasPrevPage: z.boolean(),
});

/** `GET /channels`: the channels of the key's owner. */
export const listChannels = defineOperation({
  id: 'listChannels',
  method: 'GET',
  path: '/api/public/v1/channels',
  summary: 'List the channels of the owner of the key',
  source: 'channels',
  assumed: 'The default page size.',
  access: 'channels:read',
  query: PageQuery,
  success: { status: 200, contentType: 'application/json', schema: ChannelPage },
  handle: ({ query, caller, world }) => ({
    status: 200,
    body: fullPage(world.channels.ownedBy(caller?.owner ?? ''), query),
  }),
});

export const ClassificationList = z.object({ docs: z.array(Classification) });

/**
 * `GET /classifications`: the allowed slugs (documented, page create-events).
 * Assumed: the shape, that it is one unpaged list, and that any valid key may read it.
 */
export const listClassifications = defineOperation({
  id: 'listClassifications',
  method: 'GET',
  path: '/api/public/v1/classifications',
  summary: 'List the allowed classifications',
  source: 'create-events',
  assumed: 'The shape of the answer, that there is one page, and that any valid key may read it.',
  access: 'anyKey',
  success: { status: 200, contentType: 'application/json', schema: ClassificationList },
  handle: () => ({ status: 200, body: { docs: sampleClassifications } }),
});
