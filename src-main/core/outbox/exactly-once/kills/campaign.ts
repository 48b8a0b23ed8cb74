import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type PracticeServer, seededRandom } from '#practice/server.ts';
import { type FastTime, fastNow } from './fast-time.ts';
import { quiet, startPlatform } from './platform.ts';
import { schedule, type Turn } from './schedule.ts';
import { createSeason, type Season } from './season.ts';
import type { End } from './sender/process.ts';
import { createTally, type Tally } from './tally.ts';
import { type Death, playLife, playTurn } from './turn.ts';
import { gatherEvidence } from './verdict/evidence.ts';
import { judge } from './verdict/judge.ts';

export type CampaignOptions = {
  /** Makes choices repeatable: who dies where, and which fault meets which request. Timing is the machine's. */
  seed: number;
  /** An empty directory of its own. */
  folder: string;
  /** At least so many senders are killed, */
  kills: number;
  /** over at least so many operations. */
  operations: number;
  /** Whether the key has `events:read`. */
  canRead: boolean;
  /** How long the platform remembers a key, in ms. Default: as documented. */
  keyLifeMs?: number;
};

export type CampaignResult = {
  /** What is not as it was promised; empty when all is well. */
  complaints: string[];
  /** One line for each turn, to understand a complaint. */
  history: string[];
  tally: Tally;
  states: Record<string, number>;
  /** Codes of the reasons for which a person is asked. */
  reviews: Record<string, number>;
  /** Attempts that died in the middle: claimed, and never settled by whoever claimed. */
  openEnds: number;
  /** Doubts that the platform's list settled. */
  lookedUp: number;
  /** How often each fault was played. */
  faults: Record<string, number>;
};

/** Everything that the turns of one campaign share. */
export type Campaign = {
  options: CampaignOptions;
  random: () => number;
  time: FastTime;
  server: PracticeServer;
  season: Season;
  dataDir: string;
  cacheDir: string;
  /** Written, and not yet known to be published. */
  waitingFile: string | null;
  /** How many rows it has, or the one before it had. */
  waitingRows: number;
  /** Operations that wait for a person, as far as is known. */
  undecided: number;
};

/** Twenty times: a lease is over after three real seconds, and a request still has six on its way. */
const RATE = 20;

/** Restarts without a kill until nothing moves any more. More would mean that something cannot move at all. */
const MOST_LAST_STARTS = 40;

/** A little more than a lease. */
const PAST_THE_LEASE_MS = 61_000;

/**
 * Kills sender after sender on one data directory while all faults of the platform are on, then restarts until nothing
 * can move, and judges what is there.
 */
export async function runCampaign(options: CampaignOptions): Promise<CampaignResult> {
  const campaign = await begin(options);
  const tally = createTally();
  const turns = schedule(campaign.random);
  const history: string[] = [];
  try {
    while (tally.kills() < options.kills || campaign.season.rows().length < options.operations) {
      const turn = turns.next().value;
      await jump(campaign, turn.jumpMs);
      const { deaths, ends } = await playTurn(campaign, turn, mostPerKill(options));
      deaths.forEach(tally.count);
      ends.forEach((end) => void remember(campaign, end));
      history.push(describe(campaign, turn, deaths));
    }
    await finish(campaign, tally);
    const evidence = gatherEvidence({ ...campaign, kills: tally.kills(), canRead: options.canRead });
    return { complaints: judge(evidence), history, tally, ...figures(campaign, evidence) };
  } finally {
    await campaign.server.close();
  }
}

async function begin(options: CampaignOptions): Promise<Campaign> {
  const dataDir = join(options.folder, 'workspace');
  const cacheDir = join(options.folder, 'compiled');
  mkdirSync(cacheDir, { recursive: true });
  const time = { startedAt: Date.now(), rate: RATE, jumpedMs: 0 };
  const server = await startPlatform({ ...options, time });
  const season = createSeason(options.folder, time.startedAt);
  const random = seededRandom(options.seed + 1);
  return { options, random, time, server, season, dataDir, cacheDir, waitingFile: null, waitingRows: 0, undecided: 0 };
}

/** Operations between two kills are drawn evenly from 1 to this; a third of the kills fall before anything is sent. */
function mostPerKill({ operations, kills }: CampaignOptions): number {
  return Math.ceil((3 * operations) / kills);
}

async function jump({ time }: Campaign, ms: number): Promise<void> {
  if (ms === 0) return;
  await quiet();
  time.jumpedMs += ms;
}

function describe({ time, server }: Campaign, { target }: Turn, deaths: Death[]): string {
  const at = new Date(fastNow(time)).toISOString();
  const realSeconds = ((Date.now() - time.startedAt) / 1_000).toFixed(1);
  return `${at} (${realSeconds} s) ${target}: ${deaths.join(', ')}; ${server.events().length} events`;
}

function remember(campaign: Campaign, end: End): void {
  for (const line of end.said) {
    if (line.said === 'opened') campaign.undecided = line.undecided;
    if (line.said === 'published') campaign.waitingFile = null;
  }
}

/** Starts after start, faults and all, until nothing is left to be sent. */
async function finish(campaign: Campaign, tally: Tally): Promise<void> {
  for (let start = 0; start < MOST_LAST_STARTS; start += 1) {
    const end = await playLife(campaign);
    tally.lastStart();
    remember(campaign, end);
    const done = end.said.find((line) => line.said === 'done');
    if (done?.said === 'done' && done.left === 0) return;
    await jump(campaign, PAST_THE_LEASE_MS);
  }
}

type Evidence = ReturnType<typeof gatherEvidence>;

function figures({ server }: Campaign, { operations, attempts }: Evidence) {
  const reviews = operations.filter(({ state }) => state === 'needsReview');
  return {
    states: countBy(operations.map(({ state }) => state)),
    reviews: countBy(reviews.map(({ error }) => error?.code ?? 'none')),
    openEnds: attempts.filter(({ finished_at }) => finished_at === null).length,
    lookedUp: attempts.filter(({ outcome }) => outcome === 'found' || outcome === 'absent').length,
    faults: countBy(server.requests().flatMap(({ fault }) => fault ?? [])),
  };
}

function countBy(names: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
