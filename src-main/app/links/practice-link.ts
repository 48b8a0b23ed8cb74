import { z } from 'zod';

/** What the main process asks of the practice API's process. */
export const PracticeRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('start'),
    /** Where the events of earlier starts are. */
    journalFile: z.string().min(1),
    /** Of the process that this one stands in for; null for new ones. The port is taken when it is free. */
    key: z.string().min(1).nullable(),
    port: z.number().int().min(1).max(65_535).nullable(),
  }),
  z.strictObject({ kind: z.literal('close') }),
]);
export type PracticeRequest = z.infer<typeof PracticeRequestSchema>;

/** Where the practice API answers, and the key that it takes. */
export const PracticeEndpointSchema = z.strictObject({ url: z.string().min(1), key: z.string().min(1) });
export type PracticeEndpoint = z.infer<typeof PracticeEndpointSchema>;
