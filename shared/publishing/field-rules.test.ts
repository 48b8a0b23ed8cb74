import { expect, test } from 'vitest';
import type { Field } from '../platform/capabilities.ts';
import type { CreateEventBody } from './event-body.ts';
import { fieldRuleProblems } from './field-rules.ts';

const body: CreateEventBody = {
  channelId: 101,
  title: 'Jazz 🎷',
  startAt: '2026-06-12T20:00:00-04:00',
  timezone: 'America/New_York',
  classifications: ['music', 'art'],
  approxLocation: { city: { placeId: 'place-new-york' } },
  status: 'published',
};
const rule = (name: string, more: Partial<Field> = {}): Field => ({
  name,
  required: false,
  types: [],
  values: [],
  valuesComplete: false,
  limits: {},
  deprecated: false,
  source: 'document',
  ...more,
});
const messages = (...fields: Field[]) => fieldRuleProblems(body, fields).map(({ message }) => message);
const only = (...names: string[]): Partial<Field> => ({
  values: names.map((value) => ({ value, source: 'document' })),
  valuesComplete: true,
});

test.each<[Field, string]>([
  [rule('endAt', { required: true }), 'End: the platform requires it.'],
  [rule('approxLocation.city.name', { required: true }), 'Place name: the platform requires it.'],
  [rule('title', { limits: { maxLength: 5 } }), 'Title: the platform takes 5 characters at most; this has 6.'],
  [rule('title', { limits: { minLength: 7 } }), 'Title: the platform wants 7 characters at least.'],
  [rule('channelId', { limits: { maximum: 100 } }), 'Channel: the platform takes 100 at most.'],
  [rule('channelId', { limits: { minimum: 102 } }), 'Channel: the platform takes 102 at least.'],
  [rule('classifications', { limits: { maxItems: 1 } }), 'Classifications: the platform takes 1 at most.'],
  [rule('classifications', { limits: { minItems: 3 } }), 'Classifications: the platform wants 3 at least.'],
  [rule('classifications', only('music')), 'Classifications: the platform does not take “art”.'],
  [rule('status', only('draft')), 'Publish as: the platform does not take “published”.'],
])('a rule that the body breaks: %j', (field, message) => {
  expect(messages(field)).toEqual([message]);
});

test.each<Field>([
  rule('title', { limits: { maxLength: 6, minLength: 6 } }),
  rule('endAt', { limits: { maxLength: 1 } }),
  rule('classifications', only('music', 'art', 'film')),
  rule('status', { values: [{ value: 'draft', source: 'document' }] }),
  rule('title', { limits: { pattern: '^(a+)+$' } }),
  rule('endAt', { required: true, source: 'documented' }),
  rule('offers[].url', { required: true }),
  rule('admission', { required: true }),
])('a rule that it keeps, or that is none of ours: %j', (field) => {
  expect(messages(field)).toEqual([]);
});
