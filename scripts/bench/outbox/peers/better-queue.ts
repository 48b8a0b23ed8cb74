import type { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { benchDirectory } from '../../directory.ts';
import type { Candidate } from '../../rounds.ts';
import { createPost, type Job, sampleJobs } from '../jobs.ts';
import { type BenchServer, expectEvents } from '../server.ts';
import { createSqliteStore } from './better-queue-store.ts';

export const betterQueueRemark =
  'has no durability of its own; with a small store of this bench on better-sqlite3 (synchronous=FULL), because its ' +
  'SQLite store needs a native build. Done jobs are deleted.';

type Done = (error: unknown) => void;
type Queue = EventEmitter & { push(job: Job & { id: string }): void; pause(): void; resume(): void };
type Options = { store: object; concurrent: number };

// CommonJS, and without types of its own.
const BetterQueue = createRequire(import.meta.url)('better-queue') as new (
  work: (job: Job, done: Done) => void,
  options: Options,
) => Queue;

/** better-queue: one task at a time. */
export function betterQueue(server: BenchServer, root: string): Candidate {
  const post = createPost(server);
  return {
    name: 'better-queue',
    async prepare(count) {
      const directory = benchDirectory(root);
      const store = createSqliteStore(join(directory.path, 'better-queue.db'));
      let failed = 0;
      const queue = new BetterQueue(
        (job, done) =>
          void post(job).then(
            () => done(null),
            (error) => {
              failed += 1;
              done(error);
            },
          ),
        { store, concurrent: 1 },
      );
      queue.pause();
      // One commit for each job that is added: not what is measured.
      store.connection.pragma('synchronous = OFF');
      await pushAll(queue, sampleJobs(count));
      store.connection.pragma('synchronous = FULL');
      const expected = await expectEvents(server, count);
      return {
        run: () =>
          new Promise<void>((resolve) => {
            queue.once('drain', resolve);
            queue.resume();
          }),
        async finish() {
          store.connection.close();
          directory.remove();
          if (failed > 0) throw new Error(`better-queue failed ${failed} jobs.`);
          await expected.check();
        },
      };
    },
  };
}

/** Resolves when all are in the store. */
function pushAll(queue: Queue, jobs: Job[]): Promise<void> {
  return new Promise((resolve) => {
    let stored = 0;
    queue.on('task_queued', () => {
      stored += 1;
      if (stored === jobs.length) resolve();
    });
    for (const job of jobs) queue.push({ id: job.key, ...job });
  });
}
