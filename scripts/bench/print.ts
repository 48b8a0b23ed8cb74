import Table from 'cli-table3';
import { type Report, type Row, type Section, type Target, verdict } from './report.ts';

/** The report as text: a table for each section, and at the end how many targets were missed. */
export function printReport(report: Report): string {
  const facts = Object.entries(report.surroundings).map(([name, value]) => `${name} ${value}`);
  const rows = report.sections.flatMap((section) => section.rows);
  const missed = rows.filter((row) => verdict(row) === 'MISSED').length;
  const targets = rows.filter((row) => verdict(row) !== '').length;
  return [
    `Benchmarks: ${report.suite}${report.quick ? ' (quick: small numbers, the figures mean little)' : ''}`,
    facts.join(' · '),
    ...report.sections.map(printSection),
    missed === 0 ? `All ${targets} targets kept.` : `${missed} of ${targets} targets MISSED.`,
    '',
  ].join('\n\n');
}

function printSection({ title, baseline, rows, remarks }: Section): string {
  const table = new Table({
    head: ['', 'figure', `ratio to ${baseline}`, 'rounds', 'target', ''],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'left'],
    style: { head: [], border: [], compact: true },
  });
  for (const row of rows) {
    table.push([
      row.what,
      row.figure,
      row.ratio === null ? '' : row.ratio.toFixed(2),
      row.range === null ? '' : row.range.map((ratio) => ratio.toFixed(2)).join('–'),
      row.target === null ? '' : targetWords(row.target),
      verdict(row),
    ]);
  }
  return [title, table.toString(), ...remarksOf(rows, remarks)].join('\n');
}

function targetWords(target: Target): string {
  return 'atLeast' in target ? `≥ ${target.atLeast}` : `< ${target.atMost}`;
}

function remarksOf(rows: Row[], remarks: string[]): string[] {
  const perRow = rows.filter((row) => row.remark !== '').map((row) => `${row.what}: ${row.remark}`);
  return [...perRow, ...remarks].map((line) => `  · ${line}`);
}
