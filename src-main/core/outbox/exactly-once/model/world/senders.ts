import { OrganizerError } from '#shared/errors.ts';
import { createOrganizer } from '../../../../create-organizer.ts';
import type { Organizer } from '../../../../organizer.ts';
import { createFixedSecrets } from '../../../../secrets/memory.ts';
import { seeded } from '../../../../testing/seeded.ts';
import type { Held } from './held.ts';
import { createWire } from './wire.ts';
import type { World } from './world.ts';

/** One process that sends. Killed ones stay as they are, in mid-request: they may wake up. */
export type Sender = {
  name: string;
  organizer: Organizer;
  dead: boolean;
  /** Where the next request is to be held up, if anywhere. */
  hold: Held['point'] | null;
  held: Held | null;
  whenHeld: (() => void) | null;
  /** The step that is under way. */
  stepping: Promise<void> | null;
  /** Longest pause that the platform asked for during this step, in ms. */
  toldToWaitMs: number | null;
};

/** Opens a process on the data directory of the world. Its place says which API key it has where each has its own. */
export async function openSender(world: World, place: 0 | 1): Promise<Sender> {
  world.opened += 1;
  const name = `${place === 0 ? 'first' : 'second'}-${world.opened}`;
  const ownKey = world.settings.ownKey && place === 1 ? world.ownKey : null;
  const sender: Sender = {
    name,
    organizer: await createOrganizer({
      dataDir: world.dataDir,
      clock: world.clocks.here,
      random: seeded(world.settings.seed * 1_000 + world.opened),
      fetch: createWire(world, () => sender),
      secrets: ownKey === null ? world.secrets : createFixedSecrets(ownKey),
      apiUrl: world.platform.url(),
      systemTimeZone: 'Europe/Berlin',
      sender: { name, isAlive: (other) => !world.seenDead.has(other) },
      log: (line) => world.logLines.push(line),
    }),
    dead: false,
    hold: null,
    held: null,
    whenHeld: null,
    stepping: null,
    toldToWaitMs: null,
  };
  world.allSenders.push(sender);
  return sender;
}

/** One step of the sender, as the command line makes it: a drain that is told to stop after its first step. */
export async function step(world: World, sender: Sender): Promise<void> {
  world.sabotage.beforeStep?.(world);
  const stop = new AbortController();
  await sender.organizer
    .drain({ signal: stop.signal, onProgress: () => stop.abort() })
    .catch((thrown) => noteRefusal(world, thrown));
  if (sender.toldToWaitMs === null) return;
  world.wireLog.askedToWait(world.clocks.here.now(), sender.toldToWaitMs);
  sender.toldToWaitMs = null;
}

/** Starts a step and holds its request up there. Returns when it is held, or over without any request. */
export async function stepHeld(world: World, sender: Sender, point: Held['point']): Promise<void> {
  const held = new Promise<void>((resolve) => {
    sender.whenHeld = resolve;
  });
  sender.hold = point;
  sender.stepping = step(world, sender).finally(() => {
    sender.stepping = null;
    sender.hold = null;
    sender.held = null;
  });
  await Promise.race([held, sender.stepping]);
}

/** Lets what is held go on, or cuts it off, and waits until the step is over. */
export async function letGo(sender: Sender, word: 'go' | 'cut'): Promise<void> {
  const { stepping } = sender;
  sender.held?.letGo(word);
  await stepping;
}

/** Refusals are a part of life; anything else that is thrown is a defect. */
export function noteRefusal(world: World, thrown: unknown): void {
  if (!(thrown instanceof OrganizerError) || thrown.code === 'unexpected') throw thrown;
  world.tally.count('refusals', thrown.code);
}
