import type { z } from 'zod';
import { invalidRequest } from './errors.ts';

/** Parses what came from outside. @throws ApiError 400 that names the first bad field. */
export function validate<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw invalidRequest(issue?.path.join('.') || 'body', issue?.message ?? 'Is invalid.');
}
