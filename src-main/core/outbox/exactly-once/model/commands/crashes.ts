import fc from 'fast-check';
import { readOperations } from '../watch/rows.ts';
import { isOnTheWay } from '../world/held.ts';
import { usualScopes } from '../world/platform.ts';
import { letGo, openSender } from '../world/senders.ts';
import type { World } from '../world/world.ts';
import { command, nothing, pick, place, which } from './command.ts';
import { replaceKey } from './surroundings.ts';

const drawn = fc.record({
  place,
  /** The others see that the process is gone; else they wait until its lease is over. */
  seenDead: fc.boolean(),
  /** The person uses the break to replace the API key. */
  newKey: fc.oneof({ weight: 2, arbitrary: fc.constant(false) }, fc.constant(true)),
});
type Drawn = { place: 0 | 1; seenDead: boolean; newKey: boolean };

/** The process is gone: before its request left, or after the platform did the work. */
const crashInMidRequest = command({
  name: 'crash in mid-request',
  weight: 16,
  with: drawn,
  can: ({ busy }, { place: at }) => busy[at],
  act: (_picture, world, how) => crash(world, how),
});

const crashBetweenRequests = command({
  name: 'crash between requests',
  weight: 1,
  with: drawn,
  can: ({ busy }, { place: at }) => !busy[at],
  act: (_picture, world, how) => crash(world, how),
});

async function crash(world: World, drawn: Drawn): Promise<void> {
  const sender = world.senders[drawn.place];
  sender.dead = true;
  if (drawn.seenDead) world.seenDead.add(sender.name);
  if (sender.held !== null) {
    world.zombies.push(sender);
    if (sender.held.departure) world.onTheWay.push(sender.held);
  }
  world.tally.count('crashes', sender.held?.point ?? 'between requests');
  world.senders[drawn.place] = await openSender(world, drawn.place);
  if (drawn.newKey) await replaceKey(world, drawn.place, world.platform.addKey(usualScopes(world.settings)));
}

/** One that was thought dead goes on where it stopped, with its old token. */
const wake = command({
  name: 'zombie wakes up',
  weight: 10,
  with: which,
  can: ({ zombies }) => zombies > 0,
  async act(_picture, world, index) {
    const zombie = pick(world.zombies, index);
    world.zombies.splice(world.zombies.indexOf(zombie), 1);
    const key = zombie.held?.departure?.idempotencyKey;
    world.onTheWay = world.onTheWay.filter((held) => held !== zombie.held);
    const find = () => readOperations(world.db).find(({ idempotency_key }) => idempotency_key === key);
    const before = find();
    await letGo(zombie, 'go');
    if (before === undefined) return;
    const fenced = before.lease_owner !== zombie.name;
    world.tally.count('zombies', fenced ? 'fenced' : 'still held its lease');
    if (fenced) {
      const same = JSON.stringify(before) === JSON.stringify(find());
      world.violations.expect(same, 'fencing', () => `${before.id} was changed by ${zombie.name}.`);
    }
  },
});

/** Bytes that nobody waits for any more reach the platform. */
const arriveLate = command({
  name: 'late arrival',
  weight: 8,
  with: which,
  can: ({ onTheWay }) => onTheWay > 0,
  async act(_picture, world, index) {
    const held = pick(world.onTheWay, index);
    world.onTheWay.splice(world.onTheWay.indexOf(held), 1);
    if (!isOnTheWay(held)) return;
    if (world.platform.isUp()) world.platform.running().faults.clear();
    world.tally.count('late arrivals', world.networkAway || !world.platform.isUp() ? 'lost' : 'arrived');
    await held.arrive?.().catch(() => {});
    // The zombie, should it wake up, finds its connection closed.
    held.arrive = null;
  },
});

const restart = command({
  name: 'close and open',
  weight: 1,
  with: place,
  can: ({ busy }, at) => !busy[at],
  async act(_picture, world, at) {
    const old = world.senders[at];
    await old.organizer.close();
    world.allSenders.splice(world.allSenders.indexOf(old), 1);
    world.seenDead.add(old.name);
    world.senders[at] = await openSender(world, at);
  },
});

const platformStops = command({
  name: 'platform stops',
  weight: 1,
  with: nothing,
  can: ({ platformUp }) => platformUp,
  act: (_picture, world) => world.platform.stop(),
});

const platformStarts = command({
  name: 'platform starts',
  weight: 10,
  with: nothing,
  can: ({ platformUp }) => !platformUp,
  act: (_picture, world) => world.platform.start(),
});

const platformRestarts = command({
  name: 'platform restarts',
  weight: 1,
  with: nothing,
  can: ({ platformUp }) => platformUp,
  async act(_picture, world) {
    await world.platform.stop();
    await world.platform.start();
  },
});

export const crashCommands = [
  crashInMidRequest,
  crashBetweenRequests,
  wake,
  arriveLate,
  restart,
  platformStops,
  platformStarts,
  platformRestarts,
];
