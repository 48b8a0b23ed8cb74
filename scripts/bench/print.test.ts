import { expect, test } from 'vitest';
import { printReport } from './print.ts';
import { type Report, type Row, toJson, verdict } from './report.ts';

const row = (more: Partial<Row>): Row => ({
  what: 'it',
  figure: '7 µs',
  ratio: 1,
  range: null,
  target: null,
  remark: '',
  ...more,
});

const report = (rows: Row[], quick = false): Report => ({
  suite: 'outbox',
  quick,
  surroundings: { Node: '24', cores: '2' },
  sections: [{ title: 'Sending', baseline: 'bare loop', rows, remarks: ['Same server.'] }],
});

test.each([
  [0.5, { atLeast: 0.5 }, 'ok'],
  [0.499, { atLeast: 0.5 }, 'MISSED'],
  [1.99, { atMost: 2 }, 'ok'],
  [2, { atMost: 2 }, 'MISSED'],
  [null, { atMost: 2 }, ''],
  [9, null, ''],
] as const)('a ratio of %s with the target %j is "%s"', (ratio, target, expected) => {
  expect(verdict({ ratio, target })).toBe(expected);
});

test('a missed target is named in its row and at the end', () => {
  const text = printReport(
    report([row({ target: { atLeast: 2 } }), row({ target: { atMost: 2 }, range: [0.5, 1.25] })]),
  );
  const lines = text.split('\n');
  expect(lines.find((line) => line.includes('≥ 2'))).toMatch(/1\.00.*≥ 2.*MISSED/);
  expect(lines.find((line) => line.includes('< 2'))).toMatch(/1\.00.*0\.50–1\.25.*< 2.*ok/);
  expect(text).toContain('1 of 2 targets MISSED.');
  expect(text).toContain('Node 24 · cores 2');
});

test('when all is well it says so, with the remarks of rows and section below the table', () => {
  const text = printReport(report([row({ target: { atLeast: 1 }, remark: 'deletes what is done.' })]));
  expect(text).toContain('All 1 targets kept.');
  expect(text).toContain('· it: deletes what is done.');
  expect(text).toContain('· Same server.');
});

test('a quick run does not pass for a real one', () => {
  expect(printReport(report([], true))).toContain('the figures mean little');
  expect(printReport(report([]))).not.toContain('the figures mean little');
});

test('the JSON document says of each row what the table says', () => {
  const document = JSON.parse(toJson(report([row({ target: { atLeast: 2 } }), row({})]))) as Report;
  expect(document).toMatchObject({ suite: 'outbox', sections: [{ rows: [{ verdict: 'MISSED' }, { verdict: '' }] }] });
});
