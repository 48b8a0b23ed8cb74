import { z } from 'zod';

/** `none`: the header is left out. The page rate-limits promises it only "when timing is available". */
export const RetryAfterStyleSchema = z.enum(['seconds', 'date', 'none']);
export type RetryAfterStyle = z.infer<typeof RetryAfterStyleSchema>;

/**
 * The `Retry-After` header in one of the two forms of RFC 9110 section 10.2.3, or no header.
 * Rounded up to whole seconds, because the header names the earliest moment of a retry.
 */
export function retryAfterHeader(style: RetryAfterStyle, waitMs: number, now: number): Record<string, string> {
  if (style === 'none') return {};
  const value = style === 'seconds' ? String(Math.ceil(waitMs / 1000)) : httpDate(now + waitMs);
  return { 'retry-after': value };
}

/** An IMF-fixdate (RFC 9110 section 5.6.7), rounded up to the second. */
export function httpDate(epochMs: number): string {
  return new Date(Math.ceil(epochMs / 1000) * 1000).toUTCString();
}
