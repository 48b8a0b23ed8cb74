import { describe, expect, test } from 'vitest';
import { describeFailure, NO_LIMITS, readRateLimit } from './exchange.ts';

const failure = (code: string, more: object = {}) => Object.assign(new Error(code), { code, ...more });
const fetchFailed = (cause: unknown) => new TypeError('fetch failed', { cause });
const left = (thrown: unknown) => describeFailure(thrown, false).left;

describe('nothing can have left', () => {
  test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])(
    'when Node says %s',
    (code) => {
      expect(describeFailure(fetchFailed(failure(code)), false)).toEqual({ kind: 'noAnswer', left: false, code });
    },
  );

  test.each(['ERR_INTERNET_DISCONNECTED', 'ERR_NAME_NOT_RESOLVED', 'ERR_CONNECTION_REFUSED', 'ERR_CERT_DATE_INVALID'])(
    'when Chromium says %s',
    (code) => {
      expect(describeFailure(new Error(`net::${code}`), false)).toEqual({ kind: 'noAnswer', left: false, code });
    },
  );

  test('when every address refused (happy eyeballs)', () => {
    const refused = [failure('ECONNREFUSED', { syscall: 'connect' }), failure('ETIMEDOUT', { syscall: 'connect' })];
    expect(left(fetchFailed(new AggregateError(refused, 'all failed')))).toBe(false);
  });

  test('when the certificate is not the platform’s, as on a guest network', () => {
    expect(left(fetchFailed(failure('DEPTH_ZERO_SELF_SIGNED_CERT')))).toBe(false);
    expect(left(fetchFailed(failure('ERR_TLS_CERT_ALTNAME_INVALID')))).toBe(false);
  });

  test('when connecting itself was forbidden', () => {
    expect(left(fetchFailed(failure('EPERM', { syscall: 'connect' })))).toBe(false);
  });
});

describe('something may have left', () => {
  test.each(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_BODY_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'ETIMEDOUT'])(
    'when Node says %s',
    (code) => {
      expect(describeFailure(fetchFailed(failure(code)), false)).toEqual({ kind: 'noAnswer', left: true, code });
    },
  );

  test.each(['ERR_CONNECTION_RESET', 'ERR_EMPTY_RESPONSE', 'ERR_NETWORK_CHANGED', 'ERR_TIMED_OUT'])(
    'when Chromium says %s',
    (code) => {
      expect(describeFailure(new Error(`net::${code}`), false)).toMatchObject({ left: true, code });
    },
  );

  test('when the network went away while the connection stood', () => {
    for (const code of ['EHOSTUNREACH', 'ENETDOWN', 'ENETUNREACH']) {
      expect(left(fetchFailed(failure(code, { syscall: 'read' })))).toBe(true);
      expect(left(fetchFailed(failure(code, { syscall: 'write' })))).toBe(true);
    }
  });

  test('when one address refused and another was reset', () => {
    const mixed = [failure('ECONNREFUSED', { syscall: 'connect' }), failure('ECONNRESET', { syscall: 'read' })];
    expect(left(fetchFailed(new AggregateError(mixed, 'all failed')))).toBe(true);
  });

  test('when patience ran out, whatever the error says', () => {
    expect(describeFailure(failure('ECONNREFUSED'), true)).toEqual({ kind: 'noAnswer', left: true, code: 'timeout' });
  });

  test.each([undefined, 'text', new Error('?'), new DOMException('gone', 'AbortError'), { code: 'ECONNREFUSED' }])(
    'when nobody knows what %o means',
    (thrown) => {
      expect(describeFailure(thrown, false)).toEqual({ kind: 'noAnswer', left: true, code: 'connection_lost' });
    },
  );
});

describe('X-RateLimit', () => {
  const NOW = Date.UTC(2026, 5, 12, 10);
  const read = (remaining: string, reset: string) =>
    readRateLimit(new Headers({ 'x-ratelimit-remaining': remaining, 'x-ratelimit-reset': reset }), NOW);

  test.each([
    ['30', 30_000],
    ['45000', 45_000],
    [String(NOW / 1_000 + 30), 30_000],
    [String(NOW + 30_000), 30_000],
    ['Fri, 12 Jun 2026 10:00:30 GMT', 30_000],
    ['soon', null],
    ['-1', null],
    [String(NOW / 1_000 - 30), null],
    ['99999999', null],
  ])('a reset of %s is %s ms away', (reset, resetMs) => {
    expect(read('0', reset)).toMatchObject({ remaining: 0, resetMs });
  });

  test('what is missing or odd is not known', () => {
    expect(readRateLimit(new Headers(), NOW)).toEqual(NO_LIMITS);
    expect(read('many', '').remaining).toBeNull();
  });
});
