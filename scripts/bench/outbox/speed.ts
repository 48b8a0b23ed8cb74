import { type Disk, realDisk } from '../directory.ts';
import type { Row, Section, SuiteOptions } from '../report.ts';
import { inRounds } from '../rounds.ts';
import { median, ratioPerRound } from '../statistics.ts';
import { bareLoop } from './bare-loop.ts';
import { ourDrain } from './organizer.ts';
import { betterQueue, betterQueueRemark } from './peers/better-queue.ts';
import { liteque, litequeRemark } from './peers/liteque.ts';
import { plainjob, plainjobRemark } from './peers/plainjob.ts';
import type { BenchServer } from './server.ts';

/** Of the bare loop's speed, at least. */
const OF_THE_BARE_LOOP = 0.5;

const remarks: Record<string, string> = {
  'bare loop': 'two durable commits for each job, and nothing else.',
  liteque: litequeRemark,
  plainjob: plainjobRemark,
  'better-queue': betterQueueRemark,
};

/** Jobs per second, commit-send-commit, beside the bare loop and other queues: everybody to the same server. */
export async function measureSpeed(server: BenchServer, disk: Disk, { quick, note }: SuiteOptions): Promise<Section> {
  const jobs = quick ? 40 : 250;
  const rounds = quick ? 1 : 15;
  const candidates = [bareLoop, ourDrain, plainjob, betterQueue, liteque].map((make) => make(server, disk.root));
  note(`Sending ${jobs} jobs with each of ${candidates.length}, files on: ${disk.name}`);
  const times = await inRounds(candidates, { rounds, jobs, note });
  const baseline = times.get('bare loop') ?? [];
  const rows = candidates.map(({ name }): Row => {
    const own = times.get(name) ?? [];
    const isBaseline = name === 'bare loop';
    // Speed is the inverse of time: the baseline's time goes on top.
    const ratio = ratioPerRound(baseline, own);
    return {
      what: name,
      figure: `${((jobs / median(own)) * 1_000).toFixed(0)} jobs/s`,
      ratio: isBaseline ? null : ratio.median,
      range: isBaseline ? null : ratio.range,
      target: name === 'Pinned Organizer' ? { atLeast: OF_THE_BARE_LOOP } : null,
      remark: disk === realDisk ? (remarks[name] ?? '') : '',
    };
  });
  return {
    title: `Sending ${jobs} jobs one at a time, files on: ${disk.name} (median of ${rounds} rounds)`,
    baseline: 'bare loop',
    rows,
    remarks: [
      disk === realDisk
        ? 'Everybody: WAL, synchronous=FULL while measured, the same server, fetch, headers and body.'
        : 'The same on a file system in memory, where fsync is free: what is left when a disk is infinitely fast.',
    ],
  };
}
