import { setTimeout as sleep } from 'node:timers/promises';
import { type BoundaryName, boundaries, longestLagMs } from './boundaries.ts';
import type { Campaign } from './campaign.ts';
import { arrival, commit, until } from './platform.ts';
import type { Turn } from './schedule.ts';
import type { Orders } from './sender/orders.ts';
import { type End, type SenderProcess, startSender } from './sender/process.ts';

/** Share of turns in which two senders work on the same data directory, and of senders whose death nobody can see. */
const TWO_SENDERS = 0.3;
const UNSEEN = 0.15;

/** So long may one turn take, in real ms; then whatever still runs is killed where it stands. */
const LONGEST_TURN_MS = 12_000;

/** A sender's patience for an answer, in real ms: six seconds of fast time. */
const PATIENCE_MS = 300;

/** A few more rows than are sent before the blow falls, so that it falls in the middle of the work. */
const SPARE_ROWS = 6;

/** How often a process passes at least; all others it passes once for each operation. */
const passings: Partial<Record<BoundaryName, number>> = {
  opening: 1,
  planning: 1,
  importing: 1,
  imported: 1,
  enqueued: 1,
  takingOver: 1,
  looking: 1,
  looked: 2,
  probing: 2,
};

/** Where the second of two senders dies, if not anywhere. */
const secondDies: BoundaryName[] = ['claimed', 'connected', 'sent', 'answering', 'answered', 'settling', 'settled'];

/** Where a sender was killed, or that it was not. */
export type Death = Turn['target'] | 'lived';

/**
 * One turn: one sender or two with enough to do, killed as the turn says.
 * @param most how many operations a sender may finish before it dies; the number is drawn by chance
 */
export async function playTurn(
  campaign: Campaign,
  turn: Turn,
  most: number,
): Promise<{ deaths: Death[]; ends: End[] }> {
  const { random, server } = campaign;
  const targets = random() < TWO_SENDERS ? [turn.target, secondTarget(random)] : [turn.target];
  const counts = targets.map(() => 1 + Math.floor(random() * most));
  const rows = feed(campaign, turn.target, Math.max(...counts) + SPARE_ROWS);
  if (turn.target === 'probing') server.faults.next('captivePortal', { route: 'POST /events' });
  const senders = targets.map((target, index) => {
    const death = deathAt(target, { count: counts[index] ?? 1, rows }, random);
    // Two that import the same file at once would only wait for each other.
    return start(campaign, index === 0 ? campaign.waitingFile : null, death);
  });
  const killAll = () => senders.forEach((sender) => void sender.kill());
  const late = setTimeout(killAll, LONGEST_TURN_MS);
  try {
    await Promise.all(
      senders.map((sender, index) => strike(campaign, sender, targets[index] ?? 'anywhere', counts[index] ?? 1)),
    );
    const ends = await Promise.all(senders.map(({ ended }) => ended));
    return { deaths: ends.map((end, index) => deathOf(end, targets[index] ?? 'anywhere')), ends };
  } finally {
    clearTimeout(late);
    // When one broke down, the other must not outlive this run.
    killAll();
  }
}

/** A start without a death, until nothing can move any more. */
export async function playLife(campaign: Campaign): Promise<End> {
  return start(campaign, campaign.waitingFile, null).ended;
}

function deathOf(end: End, target: Turn['target']): Death {
  if (end.killed === 'no') return 'lived';
  const byUs = target !== 'anywhere' && boundaries[target].blow === 'platform';
  return end.killed === 'itself' || byUs ? target : 'anywhere';
}

/** Sees to it that there is enough to send. Returns how many rows the calendar has that waits to be published. */
function feed(campaign: Campaign, target: Turn['target'], wanted: number): number {
  const { season, server, random } = campaign;
  const unsent = season.rows().length - server.events().length - campaign.undecided;
  const needsCalendar = ['planning', 'importing', 'imported', 'enqueuing', 'enqueueEnds', 'enqueued'].includes(target);
  if (campaign.waitingFile === null && (needsCalendar || unsent < wanted)) {
    campaign.waitingRows = Math.max(wanted - unsent, 3) + Math.floor(random() * 4);
    campaign.waitingFile = season.nextFile(campaign.waitingRows);
  }
  return campaign.waitingRows;
}

function secondTarget(random: () => number): Turn['target'] {
  const place = random() < 0.5 ? undefined : secondDies[Math.floor(random() * secondDies.length)];
  return place ?? 'anywhere';
}

/** @param planned `count`: operations before the death; `rows`: of the calendar that is queued first */
function deathAt(
  target: Turn['target'],
  planned: { count: number; rows: number },
  random: () => number,
): Orders['death'] {
  if (target === 'anywhere' || boundaries[target].blow === 'platform') return null;
  const lagMs = random() * (longestLagMs[target] ?? 0);
  const most = target === 'enqueuing' ? planned.rows : passings[target];
  const drawn = most === undefined ? planned.count : Math.ceil(random() * most);
  return { boundary: target, passing: Math.max(target === 'enqueueEnds' ? planned.rows : drawn, 1), lagMs };
}

function start(campaign: Campaign, calendar: string | null, death: Orders['death']): SenderProcess {
  const { dataDir, server, time, random } = campaign;
  const visible = random() >= UNSEEN;
  const orders = { dataDir, apiUrl: server.url, time, calendar, patienceMs: PATIENCE_MS, visible, death };
  return startSender(orders, server.key, campaign.cacheDir);
}

/** The blows that come from outside. */
async function strike(
  { server, random }: Campaign,
  sender: SenderProcess,
  target: BoundaryName | 'anywhere',
  count: number,
): Promise<void> {
  const goOn = () => sender.isRunning();
  if (target === 'arrived' && (await arrival(server, goOn))) sender.kill();
  if (target === 'committed' && (await commit(server, goOn))) sender.kill();
  if (target !== 'anywhere') return;
  const enough = server.events().length + count;
  // It may also fall before anything was sent, or while nothing moves.
  const patience = sleep((random() * LONGEST_TURN_MS) / 2, 'late', { ref: false });
  let isLate = false;
  void patience.then(() => {
    isLate = true;
  });
  await until(() => isLate || server.events().length >= enough, goOn);
  for (let turns = Math.floor(random() * 3_000); turns > 0; turns -= 1) await new Promise(setImmediate);
  sender.kill();
}
