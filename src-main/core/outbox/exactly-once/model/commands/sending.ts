import fc from 'fast-check';
import { type FaultKind, faultKinds } from '#practice/faults.ts';
import type { Picture } from '../picture.ts';
import { letGo, step, stepHeld } from '../world/senders.ts';
import type { World } from '../world/world.ts';
import { command, place } from './command.ts';

const fault = fc.record({
  kind: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...faultKinds) },
    // Only what comes soon after this one meets it.
    { weight: 1, arbitrary: fc.constant<FaultKind>('stuckInProgress') },
  ),
  route: fc.oneof(
    { weight: 5, arbitrary: fc.constant('POST /events') },
    { weight: 1, arbitrary: fc.constantFrom('GET /events', 'GET /channels') },
  ),
  retryAfter: fc.constantFrom('seconds' as const, 'date' as const, 'none' as const),
  retryAfterMs: fc.constantFrom(1_000, 7_000, 600_000),
});

/** The fault that the next request of the sender meets, or none. */
const maybeFault = fc.option(fault, { freq: 2 });

function plan(world: World, drawn: { kind: FaultKind; route: string } | null): void {
  if (!world.platform.isUp()) return;
  const { faults } = world.platform.running();
  faults.clear();
  if (drawn === null) return;
  const { kind, ...details } = drawn;
  faults.next(kind, { ...details, delayMs: 1 });
  world.tally.count('faults planned', kind);
}

/** Enough for most waits between two attempts. */
const BETWEEN_STEPS_MS = 2_000;

const isFree = ({ busy, found }: Picture, at: 0 | 1) =>
  !busy[at] && found.operations.some(({ state }) => state === 'queued' || state === 'sending');

const send = command({
  name: 'send',
  weight: 14,
  with: fc.record({
    place,
    fault: maybeFault,
    steps: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, fc.constant(3)),
  }),
  can: (picture, drawn) => isFree(picture, drawn.place),
  async act(_picture, world, drawn) {
    plan(world, drawn.fault);
    for (let n = 0; n < drawn.steps; n += 1) {
      if (n > 0) world.clocks.pass(BETWEEN_STEPS_MS);
      await step(world, world.senders[drawn.place]);
    }
  },
});

const both = command({
  name: 'both send',
  weight: 3,
  with: maybeFault,
  can: (picture) => isFree(picture, 0) && isFree(picture, 1),
  async act(_picture, world, drawn) {
    plan(world, drawn);
    await Promise.all(world.senders.map((sender) => step(world, sender)));
  },
});

/** Stops in mid-request, so that everything else can happen meanwhile: also the other sender's steps. */
const hold = command({
  name: 'hold a request',
  weight: 12,
  with: fc.record({ place, fault: maybeFault, point: fc.constantFrom('leaving' as const, 'answered' as const) }),
  can: (picture, drawn) => isFree(picture, drawn.place),
  async act(_picture, world, drawn) {
    plan(world, drawn.fault);
    const sender = world.senders[drawn.place];
    await stepHeld(world, sender, drawn.point);
    world.tally.count('held', sender.held === null ? 'nothing' : drawn.point);
  },
});

const goOn = command({
  name: 'let the request go on',
  weight: 6,
  with: place,
  can: ({ busy }, at) => busy[at],
  act: (_picture, world, at) => letGo(world.senders[at], 'go'),
});

/** The client gives up; a request that had not arrived is still on its way. */
const giveUp = command({
  name: 'cut the request off',
  weight: 4,
  with: place,
  can: ({ busy }, at) => busy[at],
  async act(_picture, world, at) {
    const sender = world.senders[at];
    if (sender.held?.departure) world.onTheWay.push(sender.held);
    await letGo(sender, 'cut');
  },
});

export const sendingCommands = [send, both, hold, goOn, giveUp];
