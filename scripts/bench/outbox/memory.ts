import { z } from 'zod';
import { askProcess } from '../ask-process.ts';
import { benchDirectory, type Disk } from '../directory.ts';
import type { Row, Section, SuiteOptions } from '../report.ts';
import { addSampleDrafts, fillWorkspace, openParts } from './fill.ts';
import type { BenchServer } from './server.ts';

const Usage = z.object({
  rss: z.number(),
  heapUsed: z.number(),
  peakRss: z.number(),
  queued: z.number(),
  delivered: z.number(),
});

/** What the process takes with a small outbox and with a large one; the difference is what an operation takes. */
export async function measureMemory(server: BenchServer, disk: Disk, { quick, note }: SuiteOptions): Promise<Section> {
  const small = 1_000;
  const large = quick ? 3_000 : 100_000;
  const sent = quick ? 50 : 500;
  const probe = async (what: 'drain' | 'queue', count: number) => {
    note(`Memory: ${what} with ${count}`);
    const directory = benchDirectory(disk.root);
    if (what === 'drain') fillWorkspace(directory.path, { queued: count });
    else addDrafts(directory.path, count);
    const usage = await askProcess(
      new URL('./memory-process.ts', import.meta.url),
      [what, directory.path, server.url, server.key, String(sent)],
      Usage,
      ['--expose-gc'],
    );
    directory.remove();
    const done = what === 'drain' ? usage.delivered : usage.queued;
    const expected = what === 'drain' ? sent : count;
    if (done !== expected) throw new Error(`${what}: ${expected} were expected, ${done} were done.`);
    return usage;
  };
  const few = await probe('drain', small);
  const many = await probe('drain', large);
  const queuingFew = await probe('queue', small);
  const queuingMany = await probe('queue', large);

  const row = (what: string, bytes: number, base: number | null): Row => ({
    what,
    figure: `${(bytes / 2 ** 20).toFixed(0)} MB`,
    ratio: base === null ? null : bytes / base,
    range: null,
    target: null,
    remark:
      base === null ? '' : `${Math.round((bytes - base) / (large - small)) || 0} bytes for each further operation`,
  });
  return {
    title: 'Memory of the process (resident, one run each)',
    baseline: 'the same with few',
    rows: [
      row(`open, ${small} queued`, few.rss, null),
      row(`open, ${large} queued`, many.rss, few.rss),
      row(`heap, ${small} queued`, few.heapUsed, null),
      row(`heap, ${large} queued`, many.heapUsed, few.heapUsed),
      row(`peak while sending ${sent} of ${small}`, few.peakRss, null),
      row(`peak while sending ${sent} of ${large}`, many.peakRss, few.peakRss),
      row(`peak while queuing ${small} at once`, queuingFew.peakRss, null),
      row(`peak while queuing ${large} at once`, queuingMany.peakRss, queuingFew.peakRss),
    ],
    remarks: ['Includes Node itself and the page cache of SQLite, which has a fixed limit.'],
  };
}

function addDrafts(dataDir: string, count: number): void {
  const parts = openParts(dataDir);
  addSampleDrafts(parts, count, 0);
  parts.db.close();
}
