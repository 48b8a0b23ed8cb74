import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DraftField, type DraftFields, emptyDraftFields } from '#shared/drafts/draft.ts';
import { type EventRow, fingerprint } from './identity.ts';
import { givenFields, mergeRow } from './merge.ts';

const row = (fields: Partial<DraftFields>, defaults: Partial<DraftFields> = {}): EventRow => ({
  kind: 'event',
  row: 2,
  sourceId: null,
  fields: { ...emptyDraftFields(), ...defaults, ...fields },
  given: Object.keys(fields) as DraftField[],
  issues: [],
});
const draft = (fields: Partial<DraftFields>): DraftFields => ({ ...emptyDraftFields(), ...fields });

test('a field changes when the file says something else than last time', () => {
  const { fields, changes } = mergeRow(draft({ title: 'A' }), { title: 'A' }, row({ title: 'B' }));
  expect(fields.title).toBe('B');
  expect(changes).toEqual([{ field: 'title', label: 'Title', before: 'A', after: 'B' }]);
});

test('a local edit stays while the file says the same as last time', () => {
  const { fields, changes } = mergeRow(draft({ title: 'Mine' }), { title: 'A' }, row({ title: 'A' }));
  expect([fields.title, changes]).toEqual(['Mine', []]);
});

test('a default of the whole file fills what is empty, and overwrites nothing', () => {
  const incoming = row({ title: 'A' }, { placeId: 'place-berlin', channelId: 102 });
  const { fields } = mergeRow(draft({ title: 'A', channelId: 101 }), { title: 'A' }, incoming);
  expect(fields).toMatchObject({ placeId: 'place-berlin', channelId: 101 });
});

const text = fc.constantFrom('', 'A', 'B', 'C');
const some = fc.record({ title: text, description: text, locationName: text }, { requiredKeys: ['title'] });

test('rule: merging the same row again changes nothing, and nothing that the row does not give is lost', () => {
  fc.assert(
    fc.property(some, fc.option(some), some, (current, lastTime, said) => {
      const incoming = row(said);
      const once = mergeRow(draft(current), lastTime, incoming);
      expect(mergeRow(once.fields, givenFields(incoming), incoming).changes).toEqual([]);
      for (const [field, value] of Object.entries(current)) {
        if (!(field in said) && value !== '') expect(once.fields).toMatchObject({ [field]: value });
      }
    }),
  );
});

test('rule: the fingerprint of a row ignores case, white space, encoding of accents and the description', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (venue, description) => {
      const same = { startLocal: '2027-06-01T20:00', locationName: venue };
      expect(fingerprint(row({ ...same, title: 'CAFÉ  night ', description }))).toBe(
        fingerprint(row({ ...same, title: 'Cafe\u0301 Night' })),
      );
    }),
  );
});
