import { z } from 'zod';
import { type BoundaryName, boundaryNames } from '../boundaries.ts';

/** What a sender's process is told to do. Nothing secret: the key comes in the environment. */
export const OrdersSchema = z.object({
  dataDir: z.string(),
  apiUrl: z.string(),
  time: z.object({ startedAt: z.number(), rate: z.number(), jumpedMs: z.number() }),
  /** A calendar to import and publish before sending, or null. */
  calendar: z.string().nullable(),
  /** How long it waits for an answer, in real ms. */
  patienceMs: z.number(),
  /** False: others cannot see whether its process lives, as on a shared folder, and must wait for its leases to end. */
  visible: z.boolean(),
  /** Its own death, or null when it is to live. */
  death: z
    .object({
      boundary: z.enum(boundaryNames as [BoundaryName, ...BoundaryName[]]),
      /** At which passing of the boundary, from 1. */
      passing: z.number().int().min(1),
      /** For blows by a thread: how long after it, in real ms. */
      lagMs: z.number(),
    })
    .nullable(),
});
export type Orders = z.infer<typeof OrdersSchema>;

/** What a sender says, one line of JSON each, written before anything else happens. */
export const SaidSchema = z.discriminatedUnion('said', [
  z.object({ said: z.literal('opened'), undecided: z.number() }),
  z.object({ said: z.literal('published') }),
  z.object({ said: z.literal('dying') }),
  z.object({ said: z.literal('done'), left: z.number() }),
]);
export type Said = z.infer<typeof SaidSchema>;
