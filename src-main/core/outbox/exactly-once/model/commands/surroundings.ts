import fc from 'fast-check';
import type { Scope } from '#practice/server.ts';
import { write } from '../../../../db/database.ts';
import { watchClock } from '../../../lane/lane.ts';
import { loseWhatIsUnderWay } from '../world/held.ts';
import { usualScopes } from '../world/platform.ts';
import { noteRefusal, step } from '../world/senders.ts';
import type { World } from '../world/world.ts';
import { command, nothing, pick, place, which } from './command.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const timePasses = command({
  name: 'time passes',
  weight: 8,
  with: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 20 }).map((n) => n * SECOND) },
    { weight: 3, arbitrary: fc.constantFrom(46 * SECOND, 61 * SECOND, 76 * SECOND) },
    { weight: 3, arbitrary: fc.constantFrom(4 * MINUTE, 13 * MINUTE + SECOND, 15 * MINUTE + SECOND) },
    { weight: 1, arbitrary: fc.constantFrom(2 * HOUR, 25 * HOUR) },
  ),
  act: (_picture, world, ms) => world.clocks.pass(ms),
});

/**
 * The clock of this computer is set, and no time passes. A sender that runs looks at the clock every second, so it saw
 * the time just before, and it sees the new one at once: what nobody can see is a clock that was set back while nothing
 * ran, by as much as passed since.
 */
const clockIsSet = command({
  name: 'clock is set',
  weight: 2,
  with: fc.record({ place, ms: fc.constantFrom(...[25 * HOUR, 14 * MINUTE, 2 * MINUTE].flatMap((ms) => [-ms, ms])) }),
  can: ({ busy }, drawn) => !busy[drawn.place],
  async act(_picture, world, drawn) {
    const { here } = world.clocks;
    const before = here.now();
    write(world.db, () => watchClock(world.db, before));
    world.clocks.setWrong(drawn.ms);
    if (drawn.ms < 0) world.wireLog.clockSetBack(before, here.now());
    else loseWhatIsUnderWay(world);
    await step(world, world.senders[drawn.place]);
  },
});

const networkGoes = command({
  name: 'network goes',
  weight: 1,
  with: nothing,
  can: ({ networkAway }) => !networkAway,
  act(_picture, world) {
    world.networkAway = true;
  },
});

const networkComes = command({
  name: 'network comes back',
  weight: 10,
  with: nothing,
  can: ({ networkAway }) => networkAway,
  act(_picture, world) {
    world.networkAway = false;
  },
});

const rateLimit = command({
  name: 'rate limit on or off',
  weight: 1,
  with: nothing,
  can: ({ platformUp }) => platformUp,
  act(picture, world) {
    picture.rateLimited = !picture.rateLimited;
    world.platform.running().setRateLimit(picture.rateLimited ? { limit: 2, windowMs: 20 * SECOND } : null);
  },
});

const scopes = fc.constantFrom<Scope[]>(
  ['channels:read', 'events:create', 'events:read'],
  ['channels:read', 'events:create'],
  ['channels:read', 'events:read'],
);

const changeKey = command({
  name: 'key is revoked, restored or changed',
  weight: 2,
  with: fc.record({
    which,
    revoked: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.constant(true)),
    scopes,
  }),
  act(_picture, world, drawn) {
    world.platform.changeKey(pick(world.platform.keys, drawn.which).key, drawn);
  },
});

/** What a person does when the app says that the key is no good. Returns whether the new one was taken. */
export async function replaceKey(world: World, at: 0 | 1, key: string): Promise<boolean> {
  if (world.platform.isUp()) world.platform.running().faults.clear();
  try {
    return (await world.senders[at].organizer.keys.set(key)).ok;
  } catch (thrown) {
    noteRefusal(world, thrown);
    return false;
  }
}

const newKey = command({
  name: 'key is replaced',
  weight: 2,
  with: fc.record({ place, scopes }),
  async act(_picture, world, drawn) {
    await replaceKey(world, drawn.place, world.platform.addKey(drawn.scopes));
  },
});

const goodKey = command({
  name: 'blocked lane gets a good key',
  weight: 20,
  with: place,
  can: ({ blocked }) => blocked,
  async act(_picture, world, at) {
    await replaceKey(world, at, world.platform.addKey(usualScopes(world.settings)));
  },
});

const removeKey = command({
  name: 'key is removed',
  weight: 1,
  with: place,
  act: (_picture, world, at) => world.senders[at].organizer.keys.remove(),
});

export const surroundingCommands = [
  timePasses,
  clockIsSet,
  networkGoes,
  networkComes,
  rateLimit,
  changeKey,
  newKey,
  goodKey,
  removeKey,
];
