import { z } from 'zod';

/** What the public feed says of one event that was published from here. Never a location: the feed may hide it. */
export const VisibilitySchema = z.object({
  /** `notFound`: not in what was read, and `complete` says whether that was all; `unknown`: the feed told nothing. */
  state: z.enum(['visible', 'notFound', 'unknown']),
  /** The canonical address that the feed gives, or null. */
  url: z.string().nullable(),
  /** Whom the feed wants to be named, in its own words; null when it does not say. */
  attribution: z.string().nullable(),
  complete: z.boolean(),
  /** A whole sentence about it, with what to do. */
  message: z.string(),
});
export type Visibility = z.infer<typeof VisibilitySchema>;
