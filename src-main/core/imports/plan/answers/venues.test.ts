import { expect, test } from 'vitest';
import { groupSpellings } from './venues.ts';

const groups = (spellings: Record<string, number>) =>
  groupSpellings(new Map(Object.entries(spellings))).map(({ spellings: found }) => found.map(({ value }) => value));

test('case, accents, punctuation and the order of words make no other venue', () => {
  expect(groups({ 'Café Luna': 3, 'CAFE LUNA': 1, 'Luna, Café': 1, Bar: 9 })).toEqual([
    ['Café Luna', 'CAFE LUNA', 'Luna, Café'],
  ]);
  expect(groups({ 'Rock & Roll Club': 1, 'Rock and Roll Club': 2 })).toHaveLength(1);
});

test('one letter in a long name is a slip; in a short one, or in a figure, it is another venue', () => {
  expect(groups({ 'Stadtteilzentrum Nord': 5, 'Stadteilzentrum Nord': 1 })).toEqual([
    ['Stadtteilzentrum Nord', 'Stadteilzentrum Nord'],
  ]);
  expect(groups({ 'Hall A': 2, 'Hall B': 2 })).toEqual([]);
  expect(groups({ 'Lecture Theatre 1': 2, 'Lecture Theatre 2': 2 })).toEqual([]);
});

test('the spelling of most rows comes first, and so does the group of most rows', () => {
  const found = groupSpellings(
    new Map([
      ['A Club', 1],
      ['a club', 2],
      ['The Old Theatre', 1],
      ['Old Theatre, The', 9],
    ]),
  );
  expect(found.map(({ chosen }) => chosen)).toEqual(['Old Theatre, The', 'a club']);
});

test('twenty thousand venues are grouped without comparing each with each', () => {
  const many = new Map(Array.from({ length: 20_000 }, (_unused, n) => [`Community Centre of Ward ${n}`, 1]));
  expect(groupSpellings(many)).toEqual([]);
});
