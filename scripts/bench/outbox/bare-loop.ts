import { join } from 'node:path';
import Database from 'better-sqlite3';
import { benchDirectory } from '../directory.ts';
import type { Candidate } from '../rounds.ts';
import { createPost, sampleJobs } from './jobs.ts';
import { type BenchServer, expectEvents } from './server.ts';

/**
 * The least that can be done without losing anything: commit that it is about to be sent, send, commit that it is done.
 * No leases, no lanes, no log, no second try. What the outbox adds to this is its cost.
 */
export function bareLoop(server: BenchServer, root: string): Candidate {
  const post = createPost(server);
  return {
    name: 'bare loop',
    async prepare(count) {
      const directory = benchDirectory(root);
      const db = new Database(join(directory.path, 'bare.db'));
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = FULL');
      db.exec('CREATE TABLE sent (key TEXT PRIMARY KEY, body TEXT NOT NULL, state TEXT NOT NULL) STRICT');
      const begin = db.prepare(`INSERT INTO sent VALUES (?, ?, 'sending')`);
      const end = db.prepare(`UPDATE sent SET state = 'done' WHERE key = ?`);
      const jobs = sampleJobs(count);
      const expected = await expectEvents(server, count);
      return {
        async run() {
          for (const job of jobs) {
            begin.run(job.key, job.body);
            await post(job);
            end.run(job.key);
          }
        },
        async finish() {
          db.close();
          directory.remove();
          await expected.check();
        },
      };
    },
  };
}
