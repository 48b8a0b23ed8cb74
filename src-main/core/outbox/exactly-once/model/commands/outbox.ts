import fc from 'fast-check';
import type { OperationState } from '#shared/outbox/operation.ts';
import type { Picture } from '../picture.ts';
import type { Operation } from '../watch/rows.ts';
import { isOnTheWay } from '../world/held.ts';
import { noteRefusal } from '../world/senders.ts';
import type { World } from '../world/world.ts';
import { command, nothing, pick, place, which } from './command.ts';

const inState = ({ found }: Picture, ...states: OperationState[]) =>
  found.operations.filter(({ state }) => states.includes(state));

const enqueueAll = command({
  name: 'enqueue all',
  weight: 5,
  with: place,
  can: ({ drafts }) => drafts.size > 0,
  act(_picture, world, at) {
    const { organizer } = world.senders[at];
    organizer.publish({ selection: { kind: 'all' }, dryRun: false });
    // And again: what is in the outbox is not put there twice.
    const again = organizer.publish({ selection: { kind: 'all' }, dryRun: false });
    world.violations.expect(again.queued === 0, 'enqueue once', () => `${again.queued} were queued a second time.`);
  },
});

const enqueueSome = command({
  name: 'enqueue some',
  weight: 2,
  with: fc.record({ place, which: fc.array(which, { minLength: 1, maxLength: 3 }) }),
  can: ({ drafts }) => drafts.size > 0,
  act(picture, world, drawn) {
    const draftIds = [...new Set(drawn.which.map((index) => pick([...picture.drafts.keys()], index)))];
    world.senders[drawn.place].organizer.publish({ selection: { kind: 'drafts', draftIds }, dryRun: false });
  },
});

const drop = command({
  name: 'drop',
  weight: 1,
  with: which,
  can: ({ found }) => found.operations.length > 0,
  act(picture, world, index) {
    const { id, state, first_uncertain_at } = pick(picture.found.operations, index);
    const may = state === 'queued' && first_uncertain_at === null;
    try {
      world.senders[0].organizer.outbox.drop(id);
      world.violations.expect(may, 'locked drafts', () => `${id} was dropped while ${state}.`);
    } catch (thrown) {
      noteRefusal(world, thrown);
      world.violations.expect(!may, 'locked drafts', () => `${id} could not be dropped while ${state}.`);
    }
  },
});

const retry = command({
  name: 'retry',
  weight: 3,
  with: fc.record({ place, which }),
  can: ({ found }) => found.operations.length > 0,
  act(picture, world, drawn) {
    const { id } = pick(picture.found.operations, drawn.which);
    try {
      const goesOn = world.senders[drawn.place].organizer.outbox.retry(id);
      world.words.set(goesOn.id, world.clocks.here.now());
    } catch (thrown) {
      noteRefusal(world, thrown);
    }
  },
});

/** A person looks when nothing is on the way any more, and tells the truth. */
export function resolveTruthfully(world: World, { id, idempotency_key: key }: Operation): void {
  const isThere = world.platform.events().some(({ idempotencyKey }) => idempotencyKey === key);
  world.senders[0].organizer.outbox.resolve(id, isThere ? 'itIsThere' : 'sendAgain');
  world.wireLog.doubts.delete(key);
  world.words.set(id, world.clocks.here.now());
  world.tally.count('reviews', isThere ? 'it is there' : 'send again');
}

const isQuiet = (world: World, { idempotency_key }: Operation) =>
  ![...world.onTheWay, ...world.allSenders.flatMap(({ held }) => held ?? [])].some(
    (held) => held.departure?.idempotencyKey === idempotency_key && isOnTheWay(held),
  );

const resolve = command({
  name: 'resolve review',
  weight: 8,
  with: which,
  can: (picture) => inState(picture, 'needsReview').length > 0,
  act(picture, world, index) {
    const operation = pick(inState(picture, 'needsReview'), index);
    if (isQuiet(world, operation)) resolveTruthfully(world, operation);
  },
});

/** The person's word about the whole outbox, given to one of the senders. */
export function setPaused(world: World, at: 0 | 1, paused: boolean): void {
  world.senders[at].organizer.outbox.setPaused(paused);
  world.pausedByPerson = paused;
}

const pause = command({
  name: 'pause',
  weight: 1,
  with: nothing,
  act: (_picture, world) => setPaused(world, 0, true),
});

const resume = command({
  name: 'resume',
  weight: 12,
  with: nothing,
  can: ({ paused }) => paused,
  act: (_picture, world) => setPaused(world, 1, false),
});

export const outboxCommands = [enqueueAll, enqueueSome, drop, retry, resolve, pause, resume];
