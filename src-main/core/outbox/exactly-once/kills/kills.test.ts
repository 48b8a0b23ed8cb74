import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../../../testing/temporary-directory.ts';
import { newSeed } from '../soak/result.ts';
import { runCampaign } from './campaign.ts';
import { reportFailure, reportKills } from './report.ts';

/** The short form of `npm run soak -- kills`, in each of two workspaces that are put to it at the same time. */
const KILLS = 13;
const OPERATIONS = 75;

async function campaign(seed: number, canRead: boolean) {
  const folder = join(temporaryDirectory(), String(canRead));
  const options = { seed, folder, kills: KILLS, operations: OPERATIONS, canRead };
  const result = await runCampaign(options);
  if (result.complaints.length > 0) console.log([...reportFailure(options, result)].join('\n'));
  return { ...result, kills: result.tally.kills(), places: result.tally.places() };
}

test('killed again and again, each event is made once, or a person is asked for a true reason', {
  timeout: 120_000,
}, async () => {
  const seed = newSeed();
  console.log(`seed ${seed}`);
  for (const result of await Promise.all([campaign(seed, true), campaign(seed + 1, false)])) {
    expect(result.complaints).toEqual([]);

    // That much was really put to the proof.
    console.log([...reportKills(result.places)].join('\n'));
    expect(result.kills).toBeGreaterThanOrEqual(KILLS);
    expect(Object.keys(result.places).length).toBeGreaterThan(KILLS / 2);
    expect(result.openEnds).toBeGreaterThan(0);
    const { delivered = 0, needsReview = 0, ...others } = result.states;
    expect(others).toEqual({});
    expect(delivered + needsReview).toBeGreaterThanOrEqual(OPERATIONS);
    expect(Object.keys(result.faults).length).toBeGreaterThan(5);
  }
});

test('a platform that forgets its keys at once makes duplicates, and the verdict sees them', {
  timeout: 120_000,
}, async () => {
  const options = { seed: 1, folder: temporaryDirectory(), kills: 3, operations: 40, canRead: true, keyLifeMs: 1 };
  const { complaints } = await runCampaign(options);
  expect(complaints.filter((line) => line.startsWith('Twice'))).not.toEqual([]);
});
