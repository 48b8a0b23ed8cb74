import fc from 'fast-check';
import { type DraftFields, emptyDraftFields } from '#shared/drafts/draft.ts';
import { OrganizerError } from '#shared/errors.ts';
import { all } from '../../../../db/database.ts';
import type { Picture } from '../picture.ts';
import { isUntouched, type Operation } from '../watch/rows.ts';
import type { World } from '../world/world.ts';
import { command, pick, place, which } from './command.ts';

/** Drafts that are ready, and some that the platform, the channel or the calendar will object to. */
const fields: fc.Arbitrary<DraftFields> = fc
  .record({
    title: fc.nat(100_000).map((n) => `Event ${n}`),
    start: fc.oneof(
      { weight: 8, arbitrary: fc.constant('2027-07-12T20:00') },
      // The run begins at noon in Berlin: this one begins while it waits.
      { weight: 1, arbitrary: fc.constant('2026-06-12T13:00') },
    ),
    channelId: fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom<number | null>(101, 102) },
      // Somebody else's, and none at all.
      { weight: 1, arbitrary: fc.constantFrom<number | null>(909, null) },
    ),
    offers: fc.oneof(
      { weight: 12, arbitrary: fc.constant<DraftFields['offers']>([]) },
      // A ticket without a name is refused, and the platform's own description does not tell of it before.
      {
        weight: 1,
        arbitrary: fc.constant<DraftFields['offers']>([
          { name: ' ', url: 'https://tickets.example/1', availability: 'available' },
        ]),
      },
    ),
  })
  .map(({ title, start, channelId, offers }) => ({
    ...emptyDraftFields(),
    title,
    startLocal: start,
    timeZone: 'Europe/Berlin',
    channelId,
    classifications: ['music'],
    offers,
    placeId: 'place-berlin',
  }));

const hasDrafts = ({ drafts }: Picture) => drafts.size > 0;

function remember(picture: Picture, id: string, saved: DraftFields): void {
  picture.drafts.set(id, { fields: JSON.stringify(saved), deleted: picture.drafts.get(id)?.deleted ?? false });
}

const add = command({
  name: 'add drafts',
  weight: 8,
  with: fc.record({ place, several: fc.array(fields, { minLength: 1, maxLength: 4 }), enqueue: fc.boolean() }),
  act(picture, world, drawn) {
    const { drafts, publish } = world.senders[drawn.place].organizer;
    for (const one of drawn.several) remember(picture, drafts.save(null, one).id, one);
    if (drawn.enqueue) publish({ selection: { kind: 'all' }, dryRun: false });
  },
});

const addAlike = command({
  name: 'add look-alike',
  weight: 4,
  with: which,
  can: hasDrafts,
  act(picture, world, index) {
    const like = JSON.parse(pick([...picture.drafts.values()], index).fields) as DraftFields;
    const { id } = world.senders[0].organizer.drafts.save(null, like);
    remember(picture, id, like);
    world.senders[0].organizer.publish({ selection: { kind: 'drafts', draftIds: [id] }, dryRun: false });
  },
});

/** Locked, as far as the model can tell: a request for it may have had an effect. */
export const isLocked = (operation: Operation | undefined) =>
  operation !== undefined &&
  !isUntouched(operation) &&
  operation.state !== 'rejected' &&
  operation.state !== 'cancelled';

/** Everything that a refused change could have changed. */
const everything = ({ db }: World) =>
  JSON.stringify([
    all(db, 'SELECT * FROM drafts'),
    all(db, 'SELECT * FROM operations'),
    all(db, 'SELECT * FROM lanes'),
  ]);

const edit = command({
  name: 'edit draft',
  weight: 4,
  with: fc.record({ place, which, fields }),
  can: hasDrafts,
  act(picture, world, drawn) {
    const [id] = pick([...picture.drafts], drawn.which);
    const { organizer } = world.senders[drawn.place];
    const counts = picture.found.drafts.find((draft) => draft.id === id)?.operation_id;
    const locked = isLocked(picture.found.operations.find((operation) => operation.id === counts));
    const before = everything(world);
    try {
      organizer.drafts.save(id, drawn.fields);
      remember(picture, id, drawn.fields);
      if (counts) world.words.set(counts, world.clocks.here.now());
      world.violations.expect(!locked, 'locked drafts', () => `${id} was edited while it was locked.`);
      world.tally.count('edits', 'saved');
    } catch (thrown) {
      if (!(thrown instanceof OrganizerError) || thrown.code !== 'not_allowed') throw thrown;
      const said = thrown.message.length > 10 && before === everything(world);
      world.violations.expect(locked && said, 'locked drafts', () => `${id} was refused: ${thrown.message}`);
      world.tally.count('edits', 'refused');
    }
  },
});

const remove = command({
  name: 'delete draft',
  weight: 1,
  with: which,
  can: hasDrafts,
  act(picture, world, index) {
    const [id, draft] = pick([...picture.drafts], index);
    if (world.senders[0].organizer.drafts.remove([id]) === 1) draft.deleted = true;
  },
});

const restore = command({
  name: 'restore draft',
  weight: 1,
  with: which,
  can: ({ drafts }) => [...drafts.values()].some(({ deleted }) => deleted),
  act(picture, world, index) {
    const [id, draft] = pick(
      [...picture.drafts].filter(([, { deleted }]) => deleted),
      index,
    );
    world.senders[0].organizer.drafts.restore([id]);
    draft.deleted = false;
  },
});

export const draftCommands = [add, addAlike, edit, remove, restore];
