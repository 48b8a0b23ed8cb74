import { z } from 'zod';

/** The largest page; a larger `limit` is clamped to it without an error (documented, page pagination). */
export const maxPageSize = 100;

/** Assumed: the page pagination names no default. */
export const defaultPageSize = 20;

/** Assumed: a page or limit below 1, or not a whole number, is refused with 400. Unknown parameters are ignored. */
export const PageQuery = z.object({
  page: z.coerce.number().int().min(1).default(1).describe('Counted from 1.'),
  limit: z.coerce.number().int().min(1).default(defaultPageSize).describe(`Clamped to ${maxPageSize}.`),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** The short envelope of `GET /events` (documented): the client goes on while `page * limit < totalDocs`. */
export function minimalPage<T>(all: readonly T[], query: PageQuery) {
  const limit = Math.min(query.limit, maxPageSize);
  const start = (query.page - 1) * limit;
  return { docs: all.slice(start, start + limit), totalDocs: all.length, limit, page: query.page };
}

/** The full envelope of `GET /channels` (documented). A page after the last one is empty, not an error. */
export function fullPage<T>(all: readonly T[], query: PageQuery) {
  const { docs, totalDocs, limit, page } = minimalPage(all, query);
  // Assumed: an empty list still has one page.
  const totalPages = Math.max(1, Math.ceil(totalDocs / limit));
  return { docs, page, limit, totalDocs, totalPages, hasNextPage: page < totalPages, hasPrevPage: page > 1 };
}
