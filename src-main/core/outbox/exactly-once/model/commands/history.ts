import { OrganizerError } from '#shared/errors.ts';
import type { Picture } from '../picture.ts';
import { readDrafts } from '../watch/rows.ts';
import type { World } from '../world/world.ts';
import { command, place } from './command.ts';
import { isLocked } from './drafts.ts';

/** Undo and redo change what may be changed by hand, and nothing that may be on the platform. */
function learn(world: World, picture: Picture): void {
  const operations = new Map(picture.found.operations.map((operation) => [operation.id, operation]));
  const before = new Map(picture.found.drafts.map((draft) => [draft.id, draft]));
  for (const draft of readDrafts(world.db)) {
    const operation = operations.get(before.get(draft.id)?.operation_id ?? '');
    const was = picture.drafts.get(draft.id);
    const now = { fields: draft.fields, deleted: draft.deleted_at !== null };
    if (JSON.stringify(now) === JSON.stringify(was)) continue;
    // Back from the trash is always allowed; into it also what is published, where it still guards the event.
    const mayGo = !now.deleted || operation?.state === 'delivered' || !isLocked(operation);
    const mayChange = now.fields === was?.fields || !isLocked(operation);
    world.violations.expect(mayGo && mayChange, 'locked drafts', () => `${draft.id} was changed by an undo.`);
    picture.drafts.set(draft.id, now);
    if (operation !== undefined) world.words.set(operation.id, world.clocks.here.now());
  }
  const { imports } = world.senders[0].organizer;
  picture.imports = imports.list().flatMap(({ id, undone }) => (undone ? [] : [id]));
}

const step = (name: 'undo' | 'redo', weight: number) =>
  command({
    name,
    weight,
    with: place,
    can: ({ drafts }) => drafts.size > 0,
    act(picture, world, at) {
      const { history } = world.senders[at].organizer;
      try {
        const stepped = name === 'undo' ? history.undo(null) : history.redo();
        world.tally.count(
          'undo',
          `${name}: ${stepped === null ? 'nothing to do' : stepped.done > 0 ? 'done' : 'stays'}`,
        );
      } catch (thrown) {
        if (!(thrown instanceof OrganizerError) || thrown.code !== 'not_allowed') throw thrown;
        world.tally.count('undo', `${name}: not now`);
      }
      learn(world, picture);
    },
  });

export const historyCommands = [step('undo', 4), step('redo', 2)];
