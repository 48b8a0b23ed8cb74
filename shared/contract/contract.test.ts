import { expect, test } from 'vitest';
import { contract } from './contract.ts';
import { PlanCountsSchema } from './import-views.ts';
import { coreCalls, mainCalls } from './names.ts';

test('each call of the table is answered by exactly one process', () => {
  expect(Object.keys(contract).sort()).toEqual([...coreCalls, ...mainCalls].sort());
  expect(new Set([...coreCalls, ...mainCalls]).size).toBe(coreCalls.length + mainCalls.length);
});

test('inputs are checked to the letter: nothing that the table does not name comes through', () => {
  for (const [name, { input }] of Object.entries(contract)) {
    const issues = input.safeParse({ path: '/etc/passwd' }).error?.issues.map(({ code }) => code);
    expect(issues, name).toContain('unrecognized_keys');
  }
});

test('lists are asked for in pages of at most 1000', () => {
  const query = { search: '', status: null, importId: null, limit: 1_000, offset: 0 };
  expect(contract.listDrafts.input.safeParse(query).success).toBe(true);
  expect(contract.listDrafts.input.safeParse({ ...query, limit: 1_001 }).success).toBe(false);
  expect(contract.listDrafts.input.safeParse({ ...query, offset: -1 }).success).toBe(false);
});

test('the counts of a plan are the eight of the command line', () => {
  const names = ['rows', 'new', 'changed', 'unchanged', 'publishedChanged', 'duplicates', 'skipped', 'invalid'];
  expect(Object.keys(PlanCountsSchema.shape)).toEqual(names);
});
