import type { DeprecationNotice } from '#shared/platform/capabilities.ts';

/** What the headers say of the end of a route, or null. An unreadable date is a notice without a date. */
export function readDeprecation(headers: Headers, route: string): DeprecationNotice | null {
  const deprecation = headers.get('deprecation')?.trim() ?? '';
  const sunset = headers.get('sunset')?.trim() ?? '';
  // Drafts before RFC 9745 had `true`; `false` was never a value, but says what it says.
  if ((deprecation === '' || deprecation === 'false') && sunset === '') return null;
  return { route, sinceMs: sinceOf(deprecation), sunsetMs: dateOf(sunset) };
}

/** RFC 9745: a structured date, `@1688169599`. Drafts before it: an HTTP-date. */
function sinceOf(text: string): number | null {
  const seconds = /^@(\d{1,11})$/.exec(text)?.[1];
  return seconds === undefined ? dateOf(text) : Number(seconds) * 1_000;
}

function dateOf(text: string): number | null {
  const ms = Date.parse(text);
  return text === '' || Number.isNaN(ms) ? null : ms;
}
