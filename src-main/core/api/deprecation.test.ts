import { expect, test } from 'vitest';
import { readDeprecation } from './deprecation.ts';

const since = Date.UTC(2023, 5, 30, 23, 59, 59);

test.each<[string, Record<string, string>, { sinceMs: number | null; sunsetMs: number | null } | null]>([
  ['nothing', {}, null],
  ['a structured date (RFC 9745)', { deprecation: '@1688169599' }, { sinceMs: since, sunsetMs: null }],
  ['an HTTP-date', { deprecation: 'Fri, 30 Jun 2023 23:59:59 GMT' }, { sinceMs: since, sunsetMs: null }],
  ['a bare true', { deprecation: 'true' }, { sinceMs: null, sunsetMs: null }],
  ['false', { deprecation: 'false' }, null],
  ['only an end (RFC 8594)', { sunset: 'Fri, 30 Jun 2023 23:59:59 GMT' }, { sinceMs: null, sunsetMs: since }],
  ['an end that is no date', { sunset: 'soon' }, { sinceMs: null, sunsetMs: null }],
])('%s', (_, headers, expected) => {
  expect(readDeprecation(new Headers(headers), 'GET /x')).toEqual(expected && { route: 'GET /x', ...expected });
});
