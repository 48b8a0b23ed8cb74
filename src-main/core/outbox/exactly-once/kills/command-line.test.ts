import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type PracticeServer, seededRandom } from '#practice/server.ts';
import { startForTest } from '#practice/test-support.ts';
import { manualClock } from '../../../testing/manual-clock.ts';
import { addDrafts, exactlyOnce, openOrganizer, operations } from '../../../testing/organizers.ts';
import { LEASE_MS } from '../../timing.ts';
import { newSeed } from '../soak/result.ts';

const cli = fileURLToPath(new URL('../../../../cli/index.ts', import.meta.url));
const KILLS = 5;
const EVENTS = 40;

/** Runs `organizer publish --all --wait`, and kills it for good when so many more requests have come in. */
async function killedWhilePublishing(server: PracticeServer, dataDir: string, requests: number, spins: number) {
  const until = server.requests().length + requests;
  const child = spawn(process.execPath, [cli, 'publish', '--all', '--wait', '--data-dir', dataDir, '--json'], {
    env: { ...process.env, PINNED_EVENTS_API_URL: server.url, PINNED_EVENTS_API_KEY: server.key },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  while (server.requests().length < until && child.exitCode === null) await new Promise(setImmediate);
  for (let spin = 0; spin < spins; spin += 1) await new Promise(setImmediate);
  child.kill('SIGKILL');
  const [, signal] = await ended;
  return signal === 'SIGKILL';
}

test(`exactly once, though the command line is killed ${KILLS} times in the middle of its work`, {
  timeout: 60_000,
}, async () => {
  const seed = newSeed();
  console.log(`seed ${seed}`);
  const random = seededRandom(seed);
  const server = await startForTest({ random, latencyMs: 8 });
  const organizer = await openOrganizer({ server, clock: manualClock(Date.now()) });
  const { clock, dataDir } = organizer;
  addDrafts(organizer, EVENTS);
  server.faults.random('slow', { probability: 0.2, delayMs: 40, route: 'POST /events' });
  server.faults.random('resetAfterCommit', { probability: 0.05, route: 'POST /events' });

  let killed = 0;
  let openAtDeath = 0;
  for (let round = 0; round < KILLS; round += 1) {
    const requests = 1 + Math.floor(random() * 6);
    if (await killedWhilePublishing(server, dataDir, requests, Math.floor(random() * 3_000))) killed += 1;
    openAtDeath += operations(organizer).filter(({ state }) => state === 'sending').length;
  }
  expect(killed).toBe(KILLS);
  expect(openAtDeath).toBeGreaterThan(0);
  expect(organizer.outbox.counts().delivered).toBeLessThan(EVENTS);

  // The dead hold their leases for a minute; then their work is taken over, with the same keys and bytes.
  clock.advance(LEASE_MS + 5_000);
  const { counts } = await organizer.drain();
  expect(counts).toMatchObject({ delivered: EVENTS, queued: 0, sending: 0, needsReview: 0, rejected: 0 });
  expect(exactlyOnce(server, EVENTS)).toBe(true);
  const remoteIds = new Set(operations(organizer).map(({ remoteId }) => Number(remoteId)));
  expect(remoteIds).toEqual(new Set(server.events().map(({ doc }) => doc.id)));
});
