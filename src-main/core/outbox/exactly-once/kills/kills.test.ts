import { expect, test } from 'vitest';
import { temporaryDirectory } from '../../../testing/temporary-directory.ts';
import { newSeed } from '../soak/result.ts';
import { runCampaign } from './campaign.ts';
import { reportFailure, reportKills } from './report.ts';

/** The short form of `npm run soak -- kills`: about as many turns as there are boundaries, in each of two workspaces. */
const KILLS = 13;
const OPERATIONS = 75;

test.each([true, false])(
  'killed again and again, each event once or a true reason to ask; events:read %s',
  {
    timeout: 120_000,
  },
  async (canRead) => {
    const options = { seed: newSeed(), folder: temporaryDirectory(), kills: KILLS, operations: OPERATIONS, canRead };
    console.log(`seed ${options.seed}`);
    const result = await runCampaign(options);
    const places = result.tally.places();
    if (result.complaints.length > 0) console.log([...reportFailure(options, result)].join('\n'));
    expect(result.complaints).toEqual([]);

    // That much was really put to the proof.
    console.log([...reportKills(places)].join('\n'));
    expect(result.tally.kills()).toBeGreaterThanOrEqual(KILLS);
    expect(Object.keys(places).length).toBeGreaterThan(KILLS / 2);
    expect(result.openEnds).toBeGreaterThan(0);
    const { delivered = 0, needsReview = 0, ...others } = result.states;
    expect(others).toEqual({});
    expect(delivered + needsReview).toBeGreaterThanOrEqual(OPERATIONS);
    expect(Object.keys(result.faults).length).toBeGreaterThan(5);
  },
);
