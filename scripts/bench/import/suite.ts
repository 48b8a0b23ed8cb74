import { join } from 'node:path';
import { z } from 'zod';
import { keepHeapSmall } from '#core/small-heap.ts';
import { askProcess } from '../ask-process.ts';
import { benchDirectory } from '../directory.ts';
import type { Report, Row, Section, SuiteOptions } from '../report.ts';
import { inRounds } from '../rounds.ts';
import { median, ratioPerRound } from '../statistics.ts';
import { surroundings } from '../surroundings.ts';
import { bareInsert } from './bare-insert.ts';
import { ourImport } from './our-import.ts';
import { writeSheet } from './sheet.ts';

/** Our import may take so many times as long as the least that an import has to do. */
const SLOWER = 2;
/** Memory may grow so much from ten thousand rows to a million. */
const MEMORY_GROWTH = 1.5;

/** Everything that is measured of imports, in one run. */
export async function measureImport(options: SuiteOptions): Promise<Report> {
  keepHeapSmall();
  const sheets = benchDirectory();
  try {
    return {
      suite: 'import',
      quick: options.quick,
      surroundings: surroundings(['papaparse', 'chardet', 'iconv-lite']),
      sections: [...(await measureSpeed(sheets.path, options)), await measureMemory(sheets.path, options)],
    };
  } finally {
    sheets.remove();
  }
}

async function measureSpeed(folder: string, { quick, note }: SuiteOptions): Promise<Section[]> {
  const rows = quick ? 5_000 : 100_000;
  const sheet = join(folder, 'speed.csv');
  writeSheet(sheet, rows);
  const bare = bareInsert(sheet);
  const first = ourImport('Pinned Organizer, the whole import', sheet, false);
  const again = ourImport('the same file again, unchanged', sheet, true);
  note(`Importing ${rows} rows`);
  const timesMs = await inRounds([bare, first, again], { rounds: quick ? 1 : 5, jobs: rows, note });
  const row = (name: string, baseline: string, atMost: number): Row => {
    const own = timesMs.get(name) ?? [];
    const ratio = ratioPerRound(own, timesMs.get(baseline) ?? []);
    const isBaseline = name === baseline;
    return {
      what: name,
      figure: `${(median(own) / 1_000).toFixed(2)} s`,
      ratio: isBaseline ? null : ratio.median,
      range: isBaseline ? null : ratio.range,
      target: isBaseline ? null : { atMost },
      remark: '',
    };
  };
  return [
    {
      title: `${rows} rows, end to end: detect, parse, map, validate, plan, commit, full-text index`,
      baseline: bare.name,
      rows: [row(bare.name, bare.name, 0), row(first.name, bare.name, SLOWER)],
      remarks: [
        'The bare insert detects, checks, plans and compares nothing.',
        'Both run with the heap kept small, as the app and the command line do.',
      ],
    },
    {
      title: `${rows} rows, once more`,
      baseline: first.name,
      rows: [row(first.name, first.name, 0), row(again.name, first.name, 1)],
      remarks: [],
    },
  ];
}

const Usage = z.object({ peakRss: z.number(), made: z.number() });

async function measureMemory(folder: string, { quick, note }: SuiteOptions): Promise<Section> {
  const sizes = quick ? [1_000, 5_000] : [10_000, 100_000, 1_000_000];
  const peaks: number[] = [];
  for (const size of sizes) {
    note(`Memory: ${size} rows`);
    const sheet = join(folder, `memory-${size}.csv`);
    writeSheet(sheet, size);
    const directory = benchDirectory();
    const usage = await askProcess(new URL('./memory-process.ts', import.meta.url), [directory.path, sheet], Usage);
    directory.remove();
    if (usage.made !== size) throw new Error(`Of ${size} rows ${usage.made} were imported.`);
    peaks.push(usage.peakRss);
  }
  const [least = 1] = peaks;
  return {
    title: 'Peak memory of one import (resident, a process of its own each)',
    baseline: 'the fewest rows',
    rows: sizes.map((size, index): Row => {
      const peak = peaks[index] ?? 0;
      return {
        what: `${size} rows`,
        figure: `${(peak / 2 ** 20).toFixed(0)} MB`,
        ratio: index === 0 ? null : peak / least,
        range: null,
        target: index === 0 ? null : { atMost: MEMORY_GROWTH },
        remark: '',
      };
    }),
    remarks: ['Includes Node itself and the page cache of SQLite, which has a fixed limit.'],
  };
}
