import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolveTruthfully, setPaused } from './commands/outbox.ts';
import { replaceKey } from './commands/surroundings.ts';
import { look, type Picture } from './picture.ts';
import { isUntouched, type Operation, readAttempts, readHeldChannels, readOperations } from './watch/rows.ts';
import { fullScopes } from './world/platform.ts';
import { letGo, openSender } from './world/senders.ts';
import type { World } from './world/world.ts';

/** What a person has to say twice (a late look, a channel) is over by then. */
const MOST_ROUNDS = 6;
const HOUR_MS = 60 * 60_000;
const LONG_MS = 15 * 60_000;

/**
 * The end of a run: every fault is over, the network is there, the key is good, late work is confirmed. Then everything
 * must be finished, exactly once; what needs a review must have a true reason, and is finished when a person looked.
 */
export async function finale(world: World, picture: Picture): Promise<void> {
  await calmDown(world);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const open = readOperations(world.db).filter((operation) => !isDone(operation));
    if (open.every(({ state }) => round > 1 && state === 'needsReview')) break;
    for (const operation of open) confirm(world, operation);
    world.clocks.pass(LONG_MS);
    await drain(world);
    look(world, picture);
  }
  for (const operation of readOperations(world.db)) checkReason(world, operation);
  for (const operation of readOperations(world.db))
    if (operation.state === 'needsReview') resolveTruthfully(world, operation);
  await drain(world);
  look(world, picture);
  for (const operation of readOperations(world.db))
    world.violations.expect(isDone(operation), 'everything ends', () => JSON.stringify(operation));
  checkSecrets(world);
  world.violations.throwIfAny();
  for (const { kind, outcome } of readAttempts(world.db)) world.tally.count('outcomes', `${kind} ${outcome}`);
  for (const { state } of readOperations(world.db)) world.tally.count('ends', state);
}

const isDone = ({ state }: Operation) => state === 'delivered' || state === 'rejected' || state === 'cancelled';

async function calmDown(world: World): Promise<void> {
  world.networkAway = false;
  if (!world.platform.isUp()) await world.platform.start();
  const { faults, setRateLimit } = world.platform.running();
  faults.clear();
  setRateLimit(null);
  for (const sender of world.senders) if (sender.stepping !== null) await letGo(sender, 'go');
  world.clocks.pass(LONG_MS);
  const key = world.platform.addKey(fullScopes);
  // A connection from before the platform started again may break once more; a person tries again.
  while (!(await replaceKey(world, 0, key))) await new Promise(setImmediate);
  // A process that reads the keychain afresh.
  world.senders[0] = await openSender(world, 0);
  setPaused(world, 0, false);
}

/** Sends everything; what does not end within an hour of the clock will not end at all. */
async function drain(world: World): Promise<void> {
  const stop = new AbortController();
  const { here } = world.clocks;
  const latest = here.now() + HOUR_MS;
  await world.senders[0].organizer.drain({
    signal: stop.signal,
    onProgress: () => here.now() > latest && stop.abort(),
  });
  world.violations.expect(here.now() <= latest, 'everything ends', () => 'A drain went on and on.');
}

/** What a person does about each operation that waits for one. */
function confirm(world: World, operation: Operation): void {
  const { outbox } = world.senders[0].organizer;
  const { id, state, channel_id, asks } = operation;
  const held = readHeldChannels(world.db).includes(channel_id);
  if (held && isUntouched(operation)) outbox.drop(id);
  else if (state === 'needsReview' || (state === 'queued' && (held || asks !== null))) {
    outbox.retry(id);
    world.words.set(id, world.clocks.here.now());
  }
}

/** With a key that may read, a review is left only where a look-alike makes the list ambiguous. */
function checkReason(world: World, operation: Operation): void {
  if (operation.state !== 'needsReview') return;
  const { code } = JSON.parse(operation.error ?? '{}') as { code?: string };
  const alike = readOperations(world.db).some(
    ({ id, title, channel_id, start_at }) =>
      id !== operation.id &&
      title === operation.title &&
      channel_id === operation.channel_id &&
      start_at === operation.start_at,
  );
  world.tally.count('reasons', String(code));
  world.violations.expect(
    alike && code === 'undecidable',
    'a true reason',
    () => `${operation.id}: ${operation.error}`,
  );
}

/** No key, and no hash of one, is in the database, in its log of writes, in a backup, or in a line for people who look after the app. */
function checkSecrets(world: World): void {
  const files = readdirSync(world.dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name)));
  const texts = [...files, Buffer.from(world.logLines.join('\n'))];
  const secrets = world.platform.keys.flatMap(({ key }) => [key, hash('sha256', key)]);
  const leaked = secrets.filter((secret) => texts.some((bytes) => bytes.includes(secret)));
  world.violations.expect(leaked.length === 0, 'no secrets', () => 'An API key, or its hash, was written.');
}
