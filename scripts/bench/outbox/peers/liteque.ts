import { join } from 'node:path';
import Database from 'better-sqlite3';
import { buildDBClient, Runner, SqliteQueue } from 'liteque';
import { benchDirectory } from '../../directory.ts';
import type { Candidate } from '../../rounds.ts';
import { createPost, type Job, sampleJobs } from '../jobs.ts';
import { type BenchServer, expectEvents } from '../server.ts';

export const litequeRemark =
  'sets synchronous=NORMAL itself; FULL was set after it opened. Its dequeue hands an async callback to a synchronous ' +
  'transaction, which this better-sqlite3 refuses; the bench begins and commits that transaction around it. Done jobs are deleted.';

/** liteque: a runner with one job at a time. */
export function liteque(server: BenchServer, root: string): Candidate {
  const post = createPost(server);
  return {
    name: 'liteque',
    async prepare(count) {
      const directory = benchDirectory(root);
      const db = buildDBClient(join(directory.path, 'liteque.db'), { runMigrations: true });
      const connection = connectionOf(db);
      const queue = new SqliteQueue<Job>('events', db, { defaultJobArgs: { numRetries: 0 }, keepFailedJobs: true });
      // One commit for each job that is added: not what is measured.
      connection.pragma('synchronous = OFF');
      for (const job of sampleJobs(count)) await queue.enqueue(job);
      connection.pragma('synchronous = FULL');
      holdTransactionsOpen(connection);
      const expected = await expectEvents(server, count);
      const runner = new Runner<Job>(
        queue,
        { run: ({ data }) => post(data) },
        { concurrency: 1, pollIntervalMs: 1, timeoutSecs: 30 },
      );
      return {
        run: () => runner.runUntilEmpty(),
        async finish() {
          const { failed, pending } = await queue.stats();
          connection.close();
          directory.remove();
          if (failed + pending > 0) throw new Error(`liteque left ${failed} failed and ${pending} waiting jobs.`);
          await expected.check();
        },
      };
    },
  };
}

/** The connection is opened inside of the library, which shows no way to it. */
function connectionOf(db: unknown): Database.Database {
  const client = (db as { session?: { client?: unknown } }).session?.client;
  if (!(client instanceof Database)) throw new Error('liteque keeps its connection elsewhere now.');
  return client;
}

/**
 * better-sqlite3 refuses transactions whose callback returns a promise. With one job at a time nothing else uses the
 * connection meanwhile, so the transaction may stay open until the promise settles.
 */
function holdTransactionsOpen(connection: Database.Database): void {
  const transaction = (work: (...args: unknown[]) => Promise<unknown>) => ({
    async deferred(...args: unknown[]) {
      connection.exec('BEGIN');
      try {
        const result = await work(...args);
        connection.exec('COMMIT');
        return result;
      } catch (error) {
        connection.exec('ROLLBACK');
        throw error;
      }
    },
  });
  Object.defineProperty(connection, 'transaction', { value: transaction });
}
