import { describe, expect, test } from 'vitest';
import { ClassificationsSchema, EventDocSchema, PageSchema, readApiError, readCreatedId } from './answers.ts';

describe('the error envelope', () => {
  test('with request id and details, as in one documented sample', () => {
    const json = {
      error: {
        code: 'invalid_request',
        message: 'Bad title',
        requestId: 'req_1',
        details: { field: 'title', issue: 'required' },
      },
    };
    expect(readApiError(json)).toEqual({
      code: 'invalid_request',
      message: 'Bad title',
      requestId: 'req_1',
      field: 'title',
      issue: 'required',
    });
  });

  test('without them, as in the other', () => {
    const json = { error: { code: 'rate_limited', message: 'Slow down' } };
    expect(readApiError(json)).toEqual({
      code: 'rate_limited',
      message: 'Slow down',
      requestId: null,
      field: null,
      issue: null,
    });
  });

  test('odd details lose themselves, not the code', () => {
    const json = { error: { code: 'conflict', message: 7, requestId: 8, details: ['x'] } };
    expect(readApiError(json)).toMatchObject({ code: 'conflict', message: '', requestId: null, field: null });
  });

  test.each([undefined, null, 'text', [], {}, { error: 'text' }, { error: {} }, { error: { code: 7 } }])(
    '%o is none',
    (json) => {
      expect(readApiError(json)).toBeNull();
    },
  );

  test('long texts are cut', () => {
    expect(readApiError({ error: { code: 'x', message: 'm'.repeat(9_999) } })?.message).toHaveLength(500);
  });
});

test('the id of a created event may be a number or a text; anything else is not readable', () => {
  expect(readCreatedId({ doc: { id: 1001, title: 'Jazz' } })).toBe('1001');
  expect(readCreatedId({ doc: { id: 'evt_1' } })).toBe('evt_1');
  for (const json of [undefined, {}, { doc: {} }, { doc: { id: '' } }, { doc: { id: null } }, { id: 1001 }]) {
    expect(readCreatedId(json)).toBeNull();
  }
});

test('both paging envelopes are pages', () => {
  const short = { docs: [], totalDocs: 0, limit: 100, page: 1 };
  expect(PageSchema.safeParse(short).success).toBe(true);
  expect(PageSchema.parse({ ...short, totalPages: 1, hasNextPage: false, hasPrevPage: false }).hasNextPage).toBe(false);
  expect(PageSchema.safeParse({ docs: [] }).success).toBe(false);
});

test('classifications may come in four shapes', () => {
  const both = [
    { slug: 'music', name: 'music' },
    { slug: 'art', name: 'art' },
  ];
  expect(ClassificationsSchema.parse(['music', 'art'])).toEqual(both);
  expect(ClassificationsSchema.parse({ docs: ['music', 'art'] })).toEqual(both);
  expect(ClassificationsSchema.parse([{ slug: 'music', name: 'Music' }])).toEqual([{ slug: 'music', name: 'Music' }]);
  expect(ClassificationsSchema.parse({ docs: [{ slug: 'art' }] })).toEqual([{ slug: 'art', name: 'art' }]);
});

test('an event that lacks what nobody promised is still read as far as it goes', () => {
  expect(EventDocSchema.parse({ id: 1, title: 7, startAt: null, approxLocation: 'Berlin' })).toEqual({ id: '1' });
});
