import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { choices } from '../../../../testing/calendars.ts';
import type { Picture } from '../picture.ts';
import { readDrafts } from '../watch/rows.ts';
import type { World } from '../world/world.ts';
import { command, nothing, pick, which } from './command.ts';
import { isLocked } from './drafts.ts';

const SEASON = `ID,Title,Start,Venue
1,Season opening,2027-06-01 20:00,Bar
2,Silent film,2027-06-02 20:00,Hall
3,Late trio,2027-06-03 22:00,Bar
`;

async function importSeason(world: World): Promise<string> {
  const { imports } = world.senders[0].organizer;
  const file = join(world.dataDir, 'season.csv');
  writeFileSync(file, SEASON);
  const plan = await imports.plan(file, choices);
  return imports.apply(plan.planId).id;
}

/** An import speaks for the drafts of its file only, and for none that may be on the platform. */
function learn(world: World, picture: Picture): void {
  const operations = new Map(picture.found.operations.map((operation) => [operation.id, operation]));
  const before = new Map(picture.found.drafts.map((draft) => [draft.id, draft]));
  for (const draft of readDrafts(world.db)) {
    const known = before.get(draft.id);
    const now = { fields: draft.fields, deleted: draft.deleted_at !== null };
    const was = picture.drafts.get(draft.id);
    if (draft.import_id === null || JSON.stringify(now) === JSON.stringify(was)) continue;
    const locked = isLocked(operations.get(known?.operation_id ?? ''));
    world.violations.expect(!locked, 'locked drafts', () => `${draft.id} was changed by an import.`);
    picture.drafts.set(draft.id, now);
    if (known?.operation_id) world.words.set(known.operation_id, world.clocks.here.now());
  }
}

/** The same file twice in a row: the second time says nothing new. */
const importTwice = command({
  name: 'import, and the same again',
  weight: 1,
  with: nothing,
  can: ({ imports }) => imports.length < 4,
  async act(picture, world) {
    picture.imports.push(await importSeason(world));
    const after = readDrafts(world.db);
    learn(world, picture);
    picture.imports.push(await importSeason(world));
    const same = JSON.stringify(after) === JSON.stringify(readDrafts(world.db));
    world.violations.expect(same, 'import twice', () => 'The same file changed something the second time.');
  },
});

const undo = command({
  name: 'undo import',
  weight: 1,
  with: which,
  can: ({ imports }) => imports.length > 0,
  act(picture, world, index) {
    const id = pick(picture.imports, index);
    picture.imports.splice(picture.imports.indexOf(id), 1);
    world.senders[0].organizer.imports.undo(id);
    learn(world, picture);
  },
});

export const importCommands = [importTwice, undo];
