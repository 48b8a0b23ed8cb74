import type { z } from 'zod';
import type { Answer } from '#shared/contract/client.ts';
import { OrganizerError } from '#shared/errors.ts';

/** The value of an answer, parsed. @throws OrganizerError with the code that the other process gave. */
export function unwrap<T>(answer: Answer<unknown>, schema: z.ZodType<T>): T {
  if (!answer.ok) throw new OrganizerError(answer.error.code, answer.error.message);
  return schema.parse(answer.value);
}
