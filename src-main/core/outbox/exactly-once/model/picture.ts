import { checkEffects } from './rules/effects.ts';
import { checkKept } from './rules/kept.ts';
import { checkTransitions } from './rules/transitions.ts';
import { type Draft, type Operation, readDrafts, readLaneRow, readOperations } from './watch/rows.ts';
import type { World } from './world/world.ts';

/** The model: what a person who did all this would expect to find. Kept simple; the power is in the rules. */
export type Picture = {
  /** Each draft as it was last saved, as JSON. */
  drafts: Map<string, { fields: string; deleted: boolean }>;
  /** Every operation that ever was in the outbox. */
  operations: Set<string>;
  /** Imports that can be taken back. */
  imports: string[];
  rateLimited: boolean;
  /** What was found after the last step, for choosing among it. */
  found: { drafts: Draft[]; operations: Operation[] };
  /** Which sender has a request under way, and where it is held. */
  busy: [boolean, boolean];
  zombies: number;
  onTheWay: number;
  platformUp: boolean;
  networkAway: boolean;
  paused: boolean;
  /** True when only another key, or a person, opens the lane. */
  blocked: boolean;
  journalAt: number;
};

export function emptyPicture(): Picture {
  return {
    drafts: new Map(),
    operations: new Set(),
    imports: [],
    rateLimited: false,
    found: { drafts: [], operations: [] },
    busy: [false, false],
    zombies: 0,
    onTheWay: 0,
    platformUp: true,
    networkAway: false,
    paused: false,
    blocked: false,
    journalAt: 0,
  };
}

/** Looks at everything and checks every rule. @throws RuleBroken */
export function look(world: World, picture: Picture): void {
  const drafts = readDrafts(world.db);
  const operations = readOperations(world.db);
  checkEffects(world, operations, new Map(drafts.map(({ id, source_key }) => [id, source_key ?? ''])));
  picture.journalAt = checkTransitions(world, picture.journalAt);
  checkKept(world, picture, drafts, operations);
  picture.found = { drafts, operations };
  for (const { id, state } of operations) {
    if (!picture.operations.has(id)) world.words.set(id, world.clocks.here.now());
    picture.operations.add(id);
    world.tally.count('states seen', state);
  }
  picture.busy = [world.senders[0].stepping !== null, world.senders[1].stepping !== null];
  picture.zombies = world.zombies.length;
  picture.onTheWay = world.onTheWay.length;
  picture.platformUp = world.platform.isUp();
  picture.networkAway = world.networkAway;
  picture.paused = world.pausedByPerson;
  picture.blocked = (readLaneRow(world.db)?.blocked_reason ?? null) !== null;
  world.violations.throwIfAny();
}
