import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { DraftFields } from '#shared/drafts/draft.ts';
import { allDrafts, choices } from '../testing/calendars.ts';
import { openOrganizer, readyFields, type TestOrganizer } from '../testing/organizers.ts';
import { type ExportFormat, exportText } from './write-export.ts';

/** The same drafts in every run of the tests. */
const seed = Number(process.env.FUZZ_SEED ?? 707_234);
/** Each run opens workspaces of its own on a disk that may be busy. */
const LIMIT = { timeout: 300_000 };
const NOW = Date.UTC(2026, 5, 12, 10);

/** One line, without control characters and signs of a broken encoding, as a text field of a calendar holds it. */
const clean = (text: string) => text.replace(/[\p{C}\p{Z}\s\ufffd]+/gu, ' ').trim();
const text = fc
  .oneof(
    fc.string({ maxLength: 30, unit: 'grapheme' }),
    fc.constantFrom(
      '=1+1',
      '+49 30',
      '-2',
      '@SUM(A1)',
      "'=x",
      "''",
      'a,b;c|d',
      '"x"',
      'Käse & Wein',
      '漢字',
      '20:00',
      '5',
    ),
  )
  .map(clean);
const title = text.filter((each) => each !== '');
const start = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 8, max: 23 }))
  .map(([month, day, hour]) => `2027-${two(month)}-${two(day)}T${two(hour)}:30`);
const two = (number: number) => String(number).padStart(2, '0');

const fields: fc.Arbitrary<DraftFields> = fc
  .record({ title, startLocal: start, locationName: text, description: text })
  .map((each) => readyFields({ ...each, timeZone: 'Europe/Berlin' }));
/** Different events: two of one title, start and venue would be one event in any file. */
const season = fc.uniqueArray(fields, {
  minLength: 1,
  maxLength: 6,
  selector: (each) =>
    [each.title, each.locationName].map((part) => part.normalize('NFKC').toLowerCase()).join('\n') + each.startLocal,
});

async function importBytes(organizer: TestOrganizer, name: string, bytes: string | Uint8Array) {
  const path = join(organizer.dataDir, name);
  writeFileSync(path, bytes);
  const plan = await organizer.imports.plan(path, choices);
  organizer.imports.apply(plan.planId);
  return plan;
}

async function inWorkspace(work: (organizer: TestOrganizer) => Promise<void>): Promise<void> {
  const organizer = await openOrganizer();
  try {
    await work(organizer);
  } finally {
    await organizer.close();
  }
}

const words = (organizer: TestOrganizer) => allDrafts(organizer).map((draft) => draft.fields);

test.each<ExportFormat>(['csv', 'ics'])(
  `%s: an export that is imported again is unchanged, seed ${seed}`,
  async (format) => {
    await fc.assert(
      fc.asyncProperty(season, (drafts) =>
        inWorkspace(async (organizer) => {
          for (const draft of drafts) organizer.drafts.save(null, draft);
          const before = allDrafts(organizer);
          const { text: file } = exportText(format, before, NOW);
          const { counts } = await importBytes(organizer, `export.${format}`, file);
          expect(counts).toMatchObject({ rows: drafts.length, unchanged: drafts.length });
          expect(allDrafts(organizer)).toEqual(before);
        }),
      ),
      { numRuns: 25, seed },
    );
  },
);

test(
  `csv: no cell is a formula for a spreadsheet, and another workspace gets the same drafts, seed ${seed}`,
  LIMIT,
  async () => {
    await fc.assert(
      fc.asyncProperty(season, (drafts) =>
        inWorkspace(async (organizer) => {
          for (const draft of drafts) organizer.drafts.save(null, draft);
          const { text: file } = exportText('csv', allDrafts(organizer), NOW);
          for (const cell of Papa.parse<string[]>(file.slice(1)).data.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
          await inWorkspace(async (other) => {
            await importBytes(other, 'export.csv', file);
            expect(words(other)).toEqual(words(organizer));
          });
        }),
      ),
      { numRuns: 25, seed },
    );
  },
);

/** How another program writes the same table. */
const program = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t'),
  quotes: fc.boolean(),
  newline: fc.constantFrom('\n', '\r\n'),
  encoding: fc.constantFrom('utf8', 'utf16le', 'bom'),
  date: fc.constantFrom('iso', 'german', 'slashes'),
  turn: fc.nat(5),
  order: fc.nat(),
});
type Program = typeof program extends fc.Arbitrary<infer Way> ? Way : never;

const HEADER = ['Title', 'Date', 'Time', 'Venue', 'Description'];

function writeAs(drafts: readonly DraftFields[], way: Program): Uint8Array {
  const rows = drafts.map((draft) => {
    const [year = '', month = '', day = ''] = draft.startLocal?.slice(0, 10).split('-') ?? [];
    const date = {
      iso: `${year}-${month}-${day}`,
      german: `${day}.${month}.${year}`,
      slashes: `${year}/${month}/${day}`,
    };
    return [
      draft.title,
      date[way.date as keyof typeof date],
      draft.startLocal?.slice(11) ?? '',
      draft.locationName,
      draft.description,
    ];
  });
  const turned = rows.map((_row, at) => rows[(at + way.order) % rows.length] ?? []).toReversed();
  const columns = [HEADER, ...turned].map((row) => row.map((_cell, at) => row[(at + way.turn) % row.length] ?? ''));
  const table = Papa.unparse(columns, { delimiter: way.delimiter, quotes: way.quotes, newline: way.newline });
  if (way.encoding === 'utf16le') return iconv.encode(table, 'utf16le', { addBOM: true });
  return Buffer.from(way.encoding === 'bom' ? `\ufeff${table}` : table);
}

/** Plain events, as a table without ids tells them apart: the last days of the months settle which number is the day. */
const plainSeason = fc
  .uniqueArray(
    fc.tuple(
      fc.integer({ min: 13, max: 28 }),
      fc.constantFrom('Jazz', 'Film', 'Käse & Wein', 'Oper, konzertant', '漢字 live'),
      fc.lorem({ maxCount: 5 }),
    ),
    {
      minLength: 2,
      maxLength: 8,
      selector: ([day, name]) => `${day} ${name}`,
    },
  )
  .map((events) =>
    events.map(([day, name, description]) =>
      readyFields({ title: name, startLocal: `2027-06-${day}T20:30`, locationName: `Hall ${day % 3}`, description }),
    ),
  );

test(
  `the table of another program, in whatever order, quoting, encoding and date format, is recognised, seed ${seed}`,
  LIMIT,
  async () => {
    await fc.assert(
      fc.asyncProperty(plainSeason, program, program, (drafts, one, other) =>
        inWorkspace(async (organizer) => {
          expect((await importBytes(organizer, 'one.csv', writeAs(drafts, one))).counts).toMatchObject({
            new: drafts.length,
          });
          const before = allDrafts(organizer);
          const { counts } = await importBytes(organizer, 'other.csv', writeAs(drafts, other));
          expect(counts).toMatchObject({ rows: drafts.length, unchanged: drafts.length });
          expect(allDrafts(organizer)).toEqual(before);
        }),
      ),
      { numRuns: 40, seed },
    );
  },
);

test(`another description changes an event and makes none, seed ${seed}`, LIMIT, async () => {
  await fc.assert(
    fc.asyncProperty(plainSeason, program, fc.nat(), (drafts, way, which) =>
      inWorkspace(async (organizer) => {
        await importBytes(organizer, 'one.csv', writeAs(drafts, way));
        const at = which % drafts.length;
        const edited = drafts.map((draft, index) =>
          index === at ? { ...draft, description: `${draft.description} More.` } : draft,
        );
        const { counts } = await importBytes(organizer, 'one.csv', writeAs(edited, way));
        expect(counts).toMatchObject({ new: 0, changed: 1, unchanged: drafts.length - 1 });
        expect(allDrafts(organizer)).toHaveLength(drafts.length);
      }),
    ),
    { numRuns: 25, seed },
  );
});
