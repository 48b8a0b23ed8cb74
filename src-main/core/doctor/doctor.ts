import type { DoctorReport, DoctorStep, Finding } from '#shared/doctor/report.ts';
import type { ApiClient } from '../api/client.ts';
import type { Db } from '../db/database.ts';
import type { Organizer } from '../organizer.ts';
import type { Clock, Fetch } from '../ports.ts';
import { foreignPlatform } from '../workspace/platform.ts';
import { judgeChannels, tryKey } from './account.ts';
import { bad, type Found, ok, skipped } from './finding.ts';
import { judgeDisk, judgeDoubts, judgeRefused } from './local.ts';
import { judgeClock, judgeNetwork, reach } from './network.ts';
import { judgeContract, judgeLane, judgeLimits, judgeVisible } from './sending.ts';

export type DoctorParts = {
  db: Db;
  dataDir: string;
  fetch: Fetch;
  clock: Clock;
  api: ApiClient;
  apiUrl: string;
  readKey: () => Promise<string | null>;
  outbox: Pick<Organizer['outbox'], 'lane' | 'rate' | 'counts' | 'asking'>;
  refreshContract: () => ReturnType<Organizer['refreshContract']>;
};

/**
 * Tries everything that publishing needs, step by step, and says of each what was found and what to do. Creates nothing
 * on the platform and changes nothing here; a platform that is not this workspace's own is never asked.
 * @param onFinding told of each finding as soon as it is known
 */
export async function runDoctor(
  parts: DoctorParts,
  onFinding: (finding: Finding) => void = () => {},
): Promise<DoctorReport> {
  const findings: Finding[] = [];
  const tell = (step: DoctorStep, found: Found) => {
    const finding = { step, ...found };
    findings.push(finding);
    onFinding(finding);
    return found.state !== 'bad';
  };
  const { db, outbox } = parts;
  const own = tell('address', judgeAddress(parts));
  tell('disk', await judgeDisk(db, parts.dataDir));
  const keyRefused = own
    ? await askPlatform(parts, tell)
    : skipRemote(tell, 'The address is another platform’s: it is not asked.');
  tell('limits', judgeLimits(outbox.lane(), outbox.rate()));
  tell('sending', judgeLane(outbox.lane(), outbox.counts(), outbox.asking()));
  tell('refused', judgeRefused(db));
  tell('doubts', judgeDoubts(db));
  tell('visible', judgeVisible(db));
  return { healthy: findings.every(({ state }) => state !== 'bad'), keyRefused, findings };
}

type Tell = (step: DoctorStep, found: Found) => boolean;

/** The steps that need the network. Returns whether the key is what is wrong. */
async function askPlatform(parts: DoctorParts, tell: Tell): Promise<boolean> {
  const { db, api, apiUrl } = parts;
  const reached = await reach(parts);
  const isReached = tell('network', judgeNetwork(reached, apiUrl));
  tell('clock', judgeClock(reached));
  if (!isReached) return skipRemote(tell, 'Skipped: the platform cannot be reached.', ['contract', 'key', 'channels']);
  tell('contract', judgeContract(await parts.refreshContract()));
  const trial = await tryKey(api, parts.readKey);
  tell('key', trial.found);
  tell(
    'channels',
    trial.channels === null ? skipped('Skipped: the key does not list channels.') : judgeChannels(db, trial.channels),
  );
  return trial.refused;
}

function skipRemote(
  tell: Tell,
  why: string,
  steps: DoctorStep[] = ['network', 'clock', 'contract', 'key', 'channels'],
): false {
  for (const step of steps) tell(step, skipped(why));
  return false;
}

function judgeAddress({ db, apiUrl }: DoctorParts): Found {
  const foreign = foreignPlatform(db, apiUrl);
  if (foreign !== null)
    return bad(foreign.message ?? '', 'Start with the --data-dir or the --api-url that belong together.');
  return ok(`This workspace publishes to ${new URL(apiUrl).host}.`);
}
