import { describe, expect, it } from 'vitest';
import { cutTable } from './testing.ts';

function cut(text: string) {
  const { delimiter, cells, numbers, issues } = cutTable(Buffer.from(text));
  return { delimiter, cells, rows: numbers, issues: issues() };
}

describe('delimiters', () => {
  it.each<[string, string]>([
    ['Datum;Titel;Ort\n03.05.2027;Lieder, Tänze, Reden;Saal\n04.05.2027;Tee, Kuchen;Saal\n', ';'],
    ['date,title\n2027-05-03,"a;b;c"\n2027-05-04,"d;e;f"\n', ','],
    ['title\tdate\nA, B, C\t2027-05-03\nD, E, F\t2027-05-04\n', '\t'],
    ['title|date\nA|2027-05-03\n', '|'],
    ['sep=;\ntitle;a,b,c,d\nA;1,2,3,4\n', ';'],
    ['just one column\nof text\n', ','],
    ['Title page, with, commas\n\n\ntitle;date;room\nA;2027-05-03;B\nC;2027-05-04;D\n', ';'],
  ])('of %j is %j', (text, delimiter) => expect(cut(text).delimiter).toBe(delimiter));
});

describe('line ends', () => {
  it.each(['\n', '\r\n', '\r'])('%j ends a record', (end) => {
    expect(cut(['a,b', '1,2', '3,4', ''].join(end)).cells).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('of another kind stay inside cells', () => {
    expect(cut('a,b\r\n"1\n2",3\r\n').cells).toEqual([
      ['a', 'b'],
      ['1\n2', '3'],
    ]);
  });

  it('may be mixed', () => {
    expect(cut('a,b\r\n1,2\n3,4\r5,6').cells).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
  });
});

describe('records', () => {
  it('are numbered as a spreadsheet shows them', () => {
    expect(cut('a,b\n\n"1\n2",3\n4,5\n').rows).toEqual([1, 2, 3, 4]);
  });

  it('keep quotes by the rules', () => {
    expect(cut('a,b\n1,"ha ""ha"" ha"\n2,""""""\n').cells).toEqual([
      ['a', 'b'],
      ['1', 'ha "ha" ha'],
      ['2', '""'],
    ]);
  });

  it('longer than a window are whole', () => {
    const long = 'x'.repeat(3_000_000);
    expect(cut(`a,b\n1,"${long}\n${long}"\n2,3\n`).cells[1]?.[1]).toHaveLength(6_000_001);
  });
});

describe('an unbalanced quotation mark', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_unused, index) => `Event ${index},2027-05-03,20:00`).join('\n');

  it('costs one row, and is named with its line', () => {
    const { cells, issues } = cut(
      `title,date,start\n"two\nlines",2027-05-03,20:00\n"Open,2027-05-03,20:00\n${rows(500)}\n`,
    );
    expect(cells).toHaveLength(503);
    expect(cells[2]).toEqual(['"Open', '2027-05-03', '20:00']);
    expect(issues).toMatchObject([{ code: 'unbalanced_quote', row: 3 }]);
    expect(issues[0]?.message).toContain('Line 4 (row 3)');
  });

  it('in the last line is found', () => {
    expect(cut('foo,bar,baz\n1,"I forgot,3').issues).toMatchObject([{ code: 'unbalanced_quote', row: 2 }]);
  });

  it('does not swallow the rows up to the next quoted cell', () => {
    const { cells } = cut(
      `title,date,start\n"Open,2027-05-03,20:00\n${rows(5)}\n"Shut",2027-05-03,20:00\n${rows(5)}\n`,
    );
    expect(cells).toHaveLength(13);
    expect(cells.every((row) => row.length === 3)).toBe(true);
  });

  it('in every line stays quick', () => {
    const text = `title,date\n${'"Open,2027-05-03\n'.repeat(5_000)}`;
    const { cells, issues } = cut(text);
    expect(cells).toHaveLength(5_001);
    expect(issues).toHaveLength(51);
  });

  it('around words of a tab-separated text stays where it is', () => {
    const { cells, issues } = cut(
      'title\tdate\n"Hamlet", a play by "Will"\t2027-05-03\n"Open\t2027-05-04\nC\t2027-05-05\n',
    );
    expect(cells.map((row) => row[0])).toEqual(['title', '"Hamlet", a play by "Will"', '"Open', 'C']);
    expect(issues).toMatchObject([{ code: 'unbalanced_quote', row: 3 }]);
  });

  it('inside a cell is kept and reported', () => {
    expect(cut('foo,bar,baz\n1,This "quotes" must be escaped,3\n')).toMatchObject({
      cells: [[], ['1', 'This "quotes" must be escaped', '3']].map((row, index) =>
        index === 0 ? ['foo', 'bar', 'baz'] : row,
      ),
      issues: [{ code: 'stray_quote', row: 2 }],
    });
    expect(cut('foo,bar,baz\n1,"Hey, I missed " it",3\n').issues).toMatchObject([{ code: 'stray_quote', row: 2 }]);
  });
});
