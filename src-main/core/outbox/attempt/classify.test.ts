import { describe, expect, test } from 'vitest';
import { type Exchange, NO_LIMITS } from '../../api/exchange.ts';
import { classify } from './classify.ts';

type Answer = Extract<Exchange, { kind: 'answer' }>;

const answer = (status: number, json?: unknown, more: Partial<Answer> = {}): Answer => ({
  kind: 'answer',
  status,
  json,
  html: false,
  retryAfterMs: null,
  limits: NO_LIMITS,
  ...more,
});
const envelope = (code: string) => ({ error: { code, message: 'Because.', requestId: 'req_1' } });
const html = { html: true };
const kindOf = (exchange: Exchange) => classify(exchange).kind;

describe('the documented errors', () => {
  test.each([
    [400, 'invalid_request', 'refused'],
    [401, 'invalid_api_key', 'keyProblem'],
    [403, 'insufficient_scope', 'keyProblem'],
    [403, 'forbidden', 'channelProblem'],
    [404, 'not_found', 'channelProblem'],
    [409, 'conflict', 'conflict'],
    [429, 'rate_limited', 'throttled'],
    [500, 'internal_error', 'unclear'],
  ])('%i %s is %s', (status, code, kind) => {
    const outcome = classify(answer(status, envelope(code)));
    expect(outcome).toMatchObject({ kind, error: { code, status, requestId: 'req_1' } });
  });

  test.each([
    [400, 'refused'],
    [401, 'keyProblem'],
    [403, 'channelProblem'],
    [404, 'channelProblem'],
    [409, 'conflict'],
    [429, 'throttled'],
    [500, 'unclear'],
  ])('%i without an envelope is %s', (status, kind) => {
    expect(kindOf(answer(status))).toBe(kind);
  });

  test('the code decides, not the status', () => {
    expect(kindOf(answer(404, envelope('forbidden')))).toBe('channelProblem');
    expect(kindOf(answer(400, envelope('rate_limited')))).toBe('throttled');
  });

  test('the field and the issue that the platform names reach the person', () => {
    const json = {
      error: { code: 'invalid_request', message: 'Bad.', details: { field: 'title', issue: 'too long' } },
    };
    const outcome = classify(answer(400, json));
    expect(outcome).toMatchObject({ error: { field: 'title', message: expect.stringContaining('title: too long') } });
  });
});

describe('success', () => {
  test('is any 2xx with an id', () => {
    for (const status of [200, 201, 202]) {
      expect(classify(answer(status, { doc: { id: 7 } }))).toEqual({ kind: 'delivered', remoteId: '7' });
    }
  });

  test('is not known when the answer cannot be read', () => {
    for (const json of [undefined, {}, { doc: {} }, envelope('invalid_request')]) {
      expect(kindOf(answer(201, json))).toBe('unclear');
    }
  });
});

describe('what stands between', () => {
  test('a page for people or a redirect is an interception', () => {
    expect(kindOf(answer(200, undefined, html))).toBe('intercepted');
    for (const status of [301, 302, 307, 308]) expect(kindOf(answer(status))).toBe('intercepted');
  });

  test('a refusal by a page proves nothing, whatever its status', () => {
    for (const status of [400, 401, 403, 404, 409, 502, 503]) {
      expect(kindOf(answer(status, undefined, html))).toBe('unclear');
    }
  });
});

describe('waiting', () => {
  test('429 and 503 say for how long; without that, 503 is like any 5xx', () => {
    expect(classify(answer(429, envelope('rate_limited'), { retryAfterMs: 5 }))).toMatchObject({ waitMs: 5 });
    expect(classify(answer(429, undefined, html))).toMatchObject({ kind: 'throttled', waitMs: null });
    expect(classify(answer(503, undefined, { ...html, retryAfterMs: 5 }))).toMatchObject({ kind: 'busy', waitMs: 5 });
    expect(kindOf(answer(503))).toBe('unclear');
  });
});

describe('what no page lists', () => {
  test('a 4xx in the platform’s own envelope is a refusal, without one nobody knows', () => {
    expect(kindOf(answer(413, envelope('too_large')))).toBe('refused');
    expect(kindOf(answer(413))).toBe('unclear');
    expect(kindOf(answer(408, envelope('timeout')))).toBe('unclear');
  });

  test('no 5xx is ever definite, whatever it says', () => {
    for (const code of ['invalid_request', 'rate_limited', 'forbidden', 'invalid_api_key', 'conflict', 'new_code']) {
      expect(kindOf(answer(500, envelope(code)))).toBe('unclear');
    }
  });

  test('an odd status is unclear', () => {
    for (const status of [0, 101, 418, 599]) expect(kindOf(answer(status))).toBe('unclear');
  });
});

describe('silence', () => {
  test('is offline when nothing can have left, and unclear otherwise', () => {
    expect(classify({ kind: 'noAnswer', left: false, code: 'ECONNREFUSED' })).toMatchObject({
      kind: 'offline',
      error: { code: 'ECONNREFUSED', status: null },
    });
    expect(kindOf({ kind: 'noAnswer', left: true, code: 'timeout' })).toBe('unclear');
    expect(kindOf({ kind: 'noAnswer', left: true, code: 'ECONNRESET' })).toBe('unclear');
  });
});
