import { z } from 'zod';
import { errorCodes } from '#shared/errors.ts';

/**
 * What travels between the main process and its utility processes: numbered requests one way, answers the other. The
 * window never sees this link.
 */
export const RequestEnvelopeSchema = z.strictObject({ id: z.number().int(), request: z.unknown() });

export const ErrorDataSchema = z.strictObject({ code: z.enum(errorCodes), message: z.string() });

export const ReplySchema = z.strictObject({
  id: z.number().int(),
  answer: z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value: z.unknown() }),
    z.strictObject({ ok: z.literal(false), error: ErrorDataSchema }),
  ]),
});
