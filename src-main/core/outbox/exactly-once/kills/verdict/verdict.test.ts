import { expect, test } from 'vitest';
import { startForTest } from '#practice/test-support.ts';
import { choices } from '../../../../testing/calendars.ts';
import { manualClock } from '../../../../testing/manual-clock.ts';
import { drainUntil, openOrganizer, publishAll } from '../../../../testing/organizers.ts';
import { SAFE_RESEND_MS } from '../../../timing.ts';
import { createSeason } from '../season.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { judge } from './judge.ts';
import { planted } from './planted.ts';

/** Five rows sent; one has lost its answer, and its key, which may not read, no longer protects it. */
async function trueEvidence(): Promise<Evidence> {
  const clock = manualClock();
  const server = await startForTest({ clock, scopes: ['channels:read', 'events:create'] });
  const organizer = await openOrganizer({ server, clock });
  const season = createSeason(organizer.dataDir, clock.now());
  const { planId } = await organizer.imports.plan(season.nextFile(5), choices);
  organizer.imports.apply(planId);
  publishAll(organizer);
  server.faults.next('resetAfterCommit', { route: 'POST /events' });
  await drainUntil(organizer, () => server.requestsByKey().size > 0);
  clock.advance(SAFE_RESEND_MS + 60_000);
  await organizer.drain();
  await organizer.close();
  return gatherEvidence({ dataDir: organizer.dataDir, server, season, kills: 0, canRead: false });
}

test('what is as promised gives no complaint', async () => {
  const evidence = await trueEvidence();
  expect(evidence.operations.map(({ state }) => state).sort()).toEqual([...Array(4).fill('delivered'), 'needsReview']);
  expect(judge(evidence)).toEqual([]);
});

test.each(planted)('%s is caught', async (_what, complaint, plant) => {
  const evidence = await trueEvidence();
  plant(evidence);
  expect(judge(evidence).filter((line) => complaint.test(line))).not.toEqual([]);
});
