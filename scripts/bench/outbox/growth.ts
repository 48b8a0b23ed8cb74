import { benchDirectory, type Disk } from '../directory.ts';
import type { Row, Section, SuiteOptions } from '../report.ts';
import { median, ratioPerRound, rotated } from '../statistics.ts';
import { claimChunk, countQueued, enqueueChunk } from './chunks.ts';
import { type Contents, fillWorkspace, openParts } from './fill.ts';

/** How much dearer one operation may become with a hundred times the rows. */
const GROWTH = 2;

/** ms for one operation, measured over a chunk of them. */
type Work = (parts: ReturnType<typeof openParts>, count: number) => number;

/**
 * What one operation costs when the workspace is small, and when it is not: queued, in the ledger, or held back. With
 * `synchronous=OFF`, because waiting for the disk, which is the same for all, would hide what grows; and as in the
 * product, with FULL.
 */
export function measureGrowth(disk: Disk, { quick, note }: SuiteOptions): Section[] {
  const scale = quick ? 3_000 : 100_000;
  const small = 1_000;
  const cases: [name: string, contents: Contents][] = [
    [`${small} queued`, { queued: small }],
    [`${scale} queued`, { queued: scale }],
    [`${small} queued, ${scale / 2} delivered`, { queued: small, delivered: scale / 2 }],
    [`${small} queued behind ${scale / 2} of a held channel`, { queued: small, held: scale / 2 }],
  ];
  const workspaces = cases.map(([name, contents]) => {
    note(`Filling: ${name}`);
    const directory = benchDirectory(disk.root);
    fillWorkspace(directory.path, contents);
    return { name, directory, parts: openParts(directory.path) };
  });
  try {
    const queued = workspaces.map(({ parts }) => countQueued(parts.db));
    const rounds = quick ? 2 : 21;
    const sections = (['OFF', 'FULL'] as const).flatMap((synchronous) => {
      for (const { parts } of workspaces) parts.db.pragma(`synchronous = ${synchronous}`);
      note(`Queuing and claiming, synchronous=${synchronous}`);
      return [
        compare('Enqueue, in batches of 100', synchronous, enqueueChunk, { workspaces, rounds, chunk: 100 }),
        compare('Claim and settle', synchronous, claimChunk, { workspaces, rounds, chunk: 50 }),
      ];
    });
    if (workspaces.some(({ parts }, index) => countQueued(parts.db) !== queued[index])) {
      throw new Error('Measuring has changed what waits.');
    }
    return sections;
  } finally {
    for (const { parts, directory } of workspaces) {
      parts.db.close();
      directory.remove();
    }
  }
}

type Workspace = { name: string; parts: ReturnType<typeof openParts> };

function compare(
  title: string,
  synchronous: 'OFF' | 'FULL',
  work: Work,
  { workspaces, rounds, chunk }: { workspaces: Workspace[]; rounds: number; chunk: number },
): Section {
  const costs = new Map(workspaces.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, parts } of rotated(workspaces, round)) {
      const ms = work(parts, chunk);
      // The first round warms up.
      if (round > 0) costs.get(name)?.push(ms);
    }
  }
  const [first] = workspaces;
  const baseline = costs.get(first?.name ?? '') ?? [];
  const rows = workspaces.map(({ name }): Row => {
    const own = costs.get(name) ?? [];
    const ratio = ratioPerRound(own, baseline);
    const isBaseline = name === first?.name;
    return {
      what: name,
      figure: `${(median(own) * 1_000).toFixed(0)} µs`,
      ratio: isBaseline ? null : ratio.median,
      range: isBaseline ? null : ratio.range,
      target: isBaseline ? null : { atMost: GROWTH },
      remark: '',
    };
  });
  const how = synchronous === 'FULL' ? 'synchronous=FULL, as in the product' : 'without waiting for the disk';
  return {
    title: `${title}: cost of one, ${how} (median of ${rounds} rounds)`,
    baseline: 'the first',
    rows,
    remarks: [],
  };
}
