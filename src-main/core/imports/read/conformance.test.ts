import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeWhole } from './decode-whole.ts';
import { cutTable } from './testing.ts';

/** Public conformance files beside the repository. They are test input only, and not part of it. */
const folder = new URL('../../../../../shared/samples/conformance/', import.meta.url);
const isHere = existsSync(folder);
if (!isHere) console.warn('NOTICE: ../shared/samples/conformance is absent; the conformance files were not read.');

const list = (name: string) => (isHere ? readdirSync(new URL(`${name}/`, folder)).sort() : []);
const load = (name: string, file: string) => readFileSync(new URL(`${name}/${file}`, folder));

function cut(bytes: Uint8Array) {
  const { encoding, cells, issues } = cutTable(bytes);
  return { encoding, cells, codes: issues().map((issue) => issue.code) };
}

function asObjects([header = [], ...rows]: string[][]): Record<string, string | undefined>[] {
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index]])));
}

describe.skipIf(!isHere)('csv-spectrum and csv-test-data (skipped only when ../shared/samples is absent)', () => {
  const pairs = [
    ...list('csv-spectrum').map(
      (file) => ['csv-spectrum', file, file.replace(/^csvs_(.*)\.csv$/, 'json_$1.json')] as const,
    ),
    ...list('csv-test-data').map(
      (file) => ['csv-test-data', file, file.replace(/^csv_(.*)\.csv$/, 'json_$1.json')] as const,
    ),
  ].filter(([name, file, json]) => file.endsWith('.csv') && existsSync(new URL(`${name}/${json}`, folder)));

  it.each(pairs)('%s/%s gives the expected cells', (name, file, json) => {
    const bytes = load(name, file);
    let expectedText = load(name, json).toString('utf8');
    // Two of the copies differ from their JSON: the CR LF of one was lost, and a telephone number of the other was replaced.
    if (!bytes.includes(13)) expectedText = expectedText.replaceAll('\\r\\n', '\\n');
    const parsed: unknown = JSON.parse(expectedText);
    const expected = Array.isArray(parsed) ? parsed : [parsed];
    const { cells } = cut(bytes);
    const found: unknown[] = Array.isArray(expected[0]) ? cells : asObjects(cells);
    const comparable = (value: unknown) =>
      JSON.parse(JSON.stringify(value).replace(/"Contact Phone Number":"\d+"/, '"Contact Phone Number":""')) as unknown;
    expect(comparable(found)).toEqual(comparable(expected));
  });

  it('covers all of csv-spectrum', () => {
    expect(pairs.filter(([name]) => name === 'csv-spectrum')).toHaveLength(12);
  });

  it.each([
    ['csv_bad-missing-quote.csv', 'unbalanced_quote'],
    ['csv_bad-quotes-with-unescaped-quote.csv', 'stray_quote'],
    ['csv_bad-unescaped-quote.csv', 'stray_quote'],
  ])('%s is reported as %s', (file, code) => {
    expect(cut(load('csv-test-data', file)).codes).toEqual([code]);
  });
});

describe.skipIf(!isHere)('encodings (skipped only when ../shared/samples is absent)', () => {
  it.each<[string, string, RegExp]>([
    ['charset-jschardet', 'tests_fixtures_Shift_JIS-ja_JP.txt', /ウィキペディアはオープンコンテントの百科事典です/],
    ['charset-jschardet', 'tests_fixtures_Shift_JIS-ja_JP-short.txt', /こんにちは/],
    ['charset-jschardet', 'tests_fixtures_Shift_JIS-particle_sakura.txt', /共通設定/],
    ['charset-jschardet', 'tests_fixtures_gb2312-untitled.txt', /呵呵哒/],
    ['charset-jschardet', 'tests_fixtures_iso-8859-1-pt.txt', /ótimo\s+está\s+até/],
    ['charset-jschardet', 'tests_fixtures_windows-1250.txt', /Příliš žluťoučký kůň/],
    ['charset-jschardet', 'tests_fixtures_windows-1252-de_DE.txt', /öße/],
    ['charset-jschardet', 'tests_fixtures_cjk_gating_macroman_de.txt', /Umstä/],
    ['charset-jschardet', 'tests_fixtures_koi8t_russian.html', /МОСКВА/],
    ['charset-jschardet', 'tests_fixtures_utf-8-strip.sh.txt', /清理结束/],
    ['csv-parser', 'test_fixtures_bench_latin.csv', /4,5,©/],
    ['csv-parser', 'test_fixtures_bench_utf16.csv', /4,5,ʤ/],
    ['csv-parser', 'test_fixtures_bench_utf16-big.csv', /4,5,ʤ/],
    ['node-csv', 'demo_issues-cjs_lib_327.cws.csv', /Acentuação1,acentuação2/],
    ['node-csv', 'demo_issues-esm_lib_365-utf16le-bom-windows.csv', /^a,b,c/],
    ['node-csv', 'demo_issues-esm_lib_365-utf8-bom-windows.csv', /^a,b,c/],
  ])('of %s/%s', (name, file, expected) => {
    const { text, issues } = decodeWhole(load(name, file));
    expect(text).toMatch(expected);
    expect(issues.map(({ code }) => code)).not.toContain('undecodable_bytes');
  });
});

describe.skipIf(!isHere)('records of the other collections (skipped only when ../shared/samples is absent)', () => {
  it.each<[string, string, number, number]>([
    ['csv-parser', 'test_fixtures_bench_mac-newlines.csv', 3, 3],
    ['csv-parser', 'test_fixtures_comma-in-quote.csv', 2, 5],
    ['csv-parser', 'test_fixtures_escape-quotes.csv', 4, 2],
    ['csv-parser', 'test_fixtures_geojson.csv', 4, 4],
    ['csv-parser', 'test_fixtures_quotes+newlines.csv', 4, 2],
    ['csv-parser', 'test_fixtures_strict-false-more-columns.csv', 4, 3],
    ['node-csv', 'demo_issues-esm_lib_411.csv', 4, 5],
    ['papaparse', 'tests_sample.csv', 2, 3],
    ['papaparse', 'tests_long-sample.csv', 8, 7],
  ])('%s/%s has %i records, the first of %i cells', (name, file, records, width) => {
    const { cells } = cut(load(name, file));
    expect([cells.length, cells[0]?.length]).toEqual([records, width]);
  });
});
