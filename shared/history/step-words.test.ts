import { expect, test } from 'vitest';
import type { Step } from './step.ts';
import { describeRest, describeStep } from './step-words.ts';

const step = (change: Partial<Step>): Step => ({
  id: 1,
  kind: 'edit',
  at: 0,
  drafts: 1,
  title: 'Jazz Night',
  fields: [],
  days: 0,
  file: null,
  ...change,
});

test.each<[Partial<Step>, string]>([
  [{}, 'Edited “Jazz Night”'],
  [{ title: '' }, 'Edited “Untitled”'],
  [{ kind: 'move', drafts: 12 }, 'Moved 12 drafts'],
  [{ kind: 'move', drafts: 12, days: -1 }, 'Moved 12 drafts by -1 day'],
  [{ kind: 'change', drafts: 2, fields: ['capacity', 'channelId'] }, 'Changed capacity and channel of 2 drafts'],
  [{ kind: 'change', fields: ['capacity', 'channelId', 'title'] }, 'Changed several fields of “Jazz Night”'],
  [
    { kind: 'import', drafts: 352, file: { name: 'season.csv', created: 340, changed: 12 } },
    'Imported season.csv: 340 new, 12 changed',
  ],
  [{ kind: 'import', file: { name: 'season.csv', created: 0, changed: 10 } }, 'Imported season.csv: 10 changed'],
  [{ kind: 'import', file: { name: 'season.csv', created: 0, changed: 0 } }, 'Imported season.csv'],
])('%o is called “%s”', (change, words) => {
  expect(describeStep(step(change))).toBe(words);
});

test('what stays and what left the outbox is said plainly', () => {
  const stayed = [{ draftId: 'a', title: 'A', startLocal: null, why: 'This is on Pinned Events.' }];
  expect(describeRest({ step: step({}), done: 12, kept: 2, stayed, leftOutbox: 1 })).toEqual([
    '12 of 14 done; 2 stay. This is on Pinned Events.',
    '1 draft left the outbox.',
  ]);
  expect(describeRest({ step: step({}), done: 3, kept: 0, stayed: [], leftOutbox: 0 })).toEqual([]);
});
