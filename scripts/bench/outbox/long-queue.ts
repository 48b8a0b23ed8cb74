import { benchDirectory, type Disk } from '../directory.ts';
import type { Section, SuiteOptions } from '../report.ts';
import { type Candidate, inRounds } from '../rounds.ts';
import { median, ratioPerRound } from '../statistics.ts';
import { fillWorkspace } from './fill.ts';
import { drainSome } from './organizer.ts';
import { type BenchServer, expectEvents } from './server.ts';

/** How much dearer sending one may become with a hundred times as many waiting. */
const GROWTH = 2;

/** A drain of a few out of many: everything that a drain does, the counting for its progress included. */
export async function measureLongQueue(
  server: BenchServer,
  disk: Disk,
  { quick, note }: SuiteOptions,
): Promise<Section> {
  const small = 1_000;
  const large = quick ? 3_000 : 100_000;
  const jobs = quick ? 20 : 60;
  const rounds = quick ? 1 : 11;
  note(`Sending ${jobs} of ${small} and of ${large}`);
  const [few, many] = [waiting(server, disk, small), waiting(server, disk, large)];
  try {
    const times = await inRounds([few.candidate, many.candidate], { rounds, jobs, note });
    const [baseline, own] = [times.get(few.candidate.name) ?? [], times.get(many.candidate.name) ?? []];
    const ratio = ratioPerRound(own, baseline);
    const figure = (ms: number[]) => `${((median(ms) / jobs) * 1_000).toFixed(0)} µs`;
    const none = { ratio: null, range: null, target: null, remark: '' };
    return {
      title: `Drain: cost of one, files on: ${disk.name} (median of ${rounds} rounds of ${jobs})`,
      baseline: 'the first',
      rows: [
        { what: few.candidate.name, figure: figure(baseline), ...none },
        {
          what: many.candidate.name,
          figure: figure(own),
          ratio: ratio.median,
          range: ratio.range,
          target: { atMost: GROWTH },
          remark: '',
        },
      ],
      remarks: [],
    };
  } finally {
    few.remove();
    many.remove();
  }
}

function waiting(server: BenchServer, disk: Disk, queued: number): { candidate: Candidate; remove: () => void } {
  const directory = benchDirectory(disk.root);
  fillWorkspace(directory.path, { queued });
  const candidate: Candidate = {
    name: `${queued} queued`,
    async prepare(jobs) {
      const { organizer, run } = await drainSome(directory.path, server, jobs);
      const expected = await expectEvents(server, jobs);
      return {
        run: async () => void (await run()),
        async finish() {
          await organizer.close();
          await expected.check();
        },
      };
    },
  };
  return { candidate, remove: directory.remove };
}
