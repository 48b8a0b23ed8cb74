import { REQUEST_TIMEOUT_MS } from '../../../../api/client.ts';
import { LATEST_EFFECT_MS } from '../../../timing.ts';
import type { Departure } from '../watch/wire-log.ts';
import type { Sender } from './senders.ts';
import type { World } from './world.ts';

/** A request that is held up: before it left this computer, or with its answer on the way back. */
export type Held = {
  world: World;
  sender: Sender;
  point: 'leaving' | 'answered';
  /** Null for a read. */
  departure: Departure | null;
  /** When it left, by the clock of the platform, which is right. */
  leftTrueMs: number;
  /** Lets the request reach the platform although nobody waits for the answer any more. Null when it was there. */
  arrive: (() => Promise<Response>) | null;
  /** What becomes of it. */
  word: Promise<'go' | 'cut'>;
  letGo(word: 'go' | 'cut'): void;
};

/** Holds the sender's request up, and tells whoever waits for that. */
export function holdAt(world: World, sender: Sender, departure: Departure | null, arrive: Held['arrive']): Held {
  let letGo: Held['letGo'] = () => {};
  const word = new Promise<'go' | 'cut'>((resolve) => {
    letGo = resolve;
  });
  const point = arrive === null ? 'answered' : 'leaving';
  const held = {
    world,
    sender,
    point,
    departure,
    leftTrueMs: world.trueNow(),
    arrive,
    word,
    letGo,
  } satisfies Held;
  sender.held = held;
  sender.hold = null;
  sender.whenHeld?.();
  return held;
}

/** True when the client has lost its patience: what comes back now, nobody reads. */
export function isOver(held: Held): boolean {
  // Even a process that was stopped finds its timer run out when it goes on.
  return ageMs(held) > REQUEST_TIMEOUT_MS;
}

/** True while the request can still reach the platform by itself. */
export function isOnTheWay(held: Held): boolean {
  return held.point === 'leaving' && held.arrive !== null && ageMs(held) < LATEST_EFFECT_MS;
}

const ageMs = ({ world, leftTrueMs }: Held) => world.trueNow() - leftTrueMs;

/**
 * A clock that is set ahead looks like time that passed, and no process can know better when another one left the
 * request behind. So what is under way then counts as lost.
 */
export function loseWhatIsUnderWay(world: World): void {
  const underWay = [...world.onTheWay, ...world.allSenders.flatMap(({ held }) => held ?? [])];
  for (const held of underWay) held.leftTrueMs = Number.NEGATIVE_INFINITY;
}
