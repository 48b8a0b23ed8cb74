import { join } from 'node:path';
import Database from 'better-sqlite3';
import { better, defineQueue, defineWorker, JobStatus } from 'plainjob';
import { benchDirectory } from '../../directory.ts';
import type { Candidate } from '../../rounds.ts';
import { createPost, type Job, sampleJobs } from '../jobs.ts';
import { type BenchServer, expectEvents } from '../server.ts';

export const plainjobRemark = 'sets synchronous=NORMAL itself; FULL was set after it opened.';

const silent = { error() {}, warn() {}, info() {}, debug() {} };

/** plainjob: one worker. */
export function plainjob(server: BenchServer, root: string): Candidate {
  const post = createPost(server);
  return {
    name: 'plainjob',
    async prepare(count) {
      const directory = benchDirectory(root);
      const db = new Database(join(directory.path, 'plainjob.db'));
      const queue = defineQueue({ connection: better(db), logger: silent });
      db.pragma('synchronous = FULL');
      queue.addMany('event', sampleJobs(count));
      const expected = await expectEvents(server, count);
      return {
        run: () => workThrough(queue, post, count),
        async finish() {
          const done = queue.countJobs({ status: JobStatus.Done });
          queue.close();
          directory.remove();
          if (done !== count) throw new Error(`plainjob did ${done} of ${count} jobs.`);
          await expected.check();
        },
      };
    },
  };
}

async function workThrough(
  queue: ReturnType<typeof defineQueue>,
  post: (job: Job) => Promise<void>,
  count: number,
): Promise<void> {
  let ended = 0;
  const settled = () => {
    ended += 1;
    if (ended === count) void worker.stop();
  };
  const worker = defineWorker('event', ({ data }) => post(JSON.parse(data) as Job), {
    queue,
    logger: silent,
    pollIntervall: 1,
    onCompleted: settled,
    onFailed: settled,
  });
  await worker.start();
}
