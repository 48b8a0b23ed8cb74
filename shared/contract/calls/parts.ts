import { z } from 'zod';

/** What many calls take or give. */

export const Nothing = z.strictObject({});
export const Id = z.string().min(1).max(200);
export const Ids = z.array(Id).max(200_000);
export const Page = { limit: z.number().int().min(1).max(1_000), offset: z.number().int().min(0) };
export const Done = z.object({ done: z.number().int() });
