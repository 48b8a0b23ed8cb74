import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { all } from '../db/database.ts';
import { openDatabase } from '../db/open.ts';
import { importCalendar } from '../testing/calendars.ts';
import { openOrganizer, readyFields, type TestOrganizer } from '../testing/organizers.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';

/**
 * Any sequence of what a person can do to drafts: undo after undo it goes back to exactly what was before each step,
 * and redo after redo forward to exactly what was at the end, over any number of restarts.
 */

type Command =
  | { kind: 'add'; title: string }
  | { kind: 'type'; of: number; field: 'title' | 'description'; text: string; afterMs: number }
  | { kind: 'bulk'; of: number[]; days: number; venue: string | null }
  | { kind: 'copy' | 'remove' | 'restore'; of: number[] }
  | { kind: 'import'; rows: { id: number; title: string }[] }
  | { kind: 'takeBack' | 'undoOne' | 'repeat'; of: number }
  | { kind: 'publish' | 'undo' | 'redo' | 'reopen' };

const word = fc.constantFrom('', 'Jazz', 'Film', 'Opera', 'Quiz');
const one = fc.nat(20);
const some = fc.array(one, { minLength: 1, maxLength: 4 });
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), title: word }),
  fc.record({
    kind: fc.constant('type' as const),
    of: one,
    field: fc.constantFrom('title' as const, 'description' as const),
    text: word,
    afterMs: fc.constantFrom(500, 40_000),
  }),
  fc.record({
    kind: fc.constant('bulk' as const),
    of: some,
    days: fc.integer({ min: -2, max: 2 }),
    venue: fc.option(word),
  }),
  fc.record({ kind: fc.constantFrom('copy' as const, 'remove' as const, 'restore' as const), of: some }),
  fc.record({
    kind: fc.constant('import' as const),
    rows: fc.uniqueArray(fc.record({ id: fc.nat(5), title: word.map((title) => title || 'Night') }), {
      selector: ({ id }) => id,
      minLength: 1,
      maxLength: 4,
    }),
  }),
  fc.record({ kind: fc.constantFrom('takeBack' as const, 'undoOne' as const, 'repeat' as const), of: one }),
  fc.record({ kind: fc.constantFrom('publish' as const, 'undo' as const, 'redo' as const, 'reopen' as const) }),
);

const Row = z.object({
  id: z.string(),
  fields: z.string().transform((text): unknown => JSON.parse(text)),
  source_key: z.string().nullable(),
  imported_fields: z.string().nullable(),
  gone: z.number(),
});
type State = Map<string, z.output<typeof Row>>;

function stateOf({ dataDir }: TestOrganizer): State {
  const db = openDatabase(dataDir, { alone: false });
  try {
    const rows = all(
      db,
      'SELECT id, fields, source_key, imported_fields, deleted_at IS NOT NULL AS gone FROM drafts ORDER BY seq',
    ).map((row) => Row.parse(row));
    return new Map(rows.map((row) => [row.id, row]));
  } finally {
    db.close();
  }
}

/** What was made since is not lost: it lies in the trash, and stands for no row of a file. */
function expectAsBefore(now: State, before: State): void {
  for (const [id, row] of now) {
    if (before.has(id)) expect(row).toEqual(before.get(id));
    else expect(row).toMatchObject({ gone: 1, source_key: null });
  }
  expect([...before.keys()].every((id) => now.has(id))).toBe(true);
}

async function run(commands: Command[]): Promise<void> {
  const dataDir = temporaryDirectory();
  let organizer = await openOrganizer({ dataDir });
  let seed = 2;
  const start = stateOf(organizer);
  /** What was before each step that can be undone. */
  const befores = new Map<number, State>();
  const newest = () => organizer.history.current().undo?.id ?? 0;
  const pick = (index: number) => {
    const ids = [...stateOf(organizer).keys()];
    return ids[index % Math.max(ids.length, 1)];
  };
  const picked = (indexes: number[]) => [...new Set(indexes.map(pick))].filter((id) => id !== undefined);

  async function act(command: Command): Promise<void> {
    switch (command.kind) {
      case 'add':
        organizer.drafts.save(null, readyFields({ title: command.title }));
        return;
      case 'type': {
        organizer.clock.advance(command.afterMs);
        const id = pick(command.of);
        if (id === undefined) return;
        const { fields } = organizer.drafts.get(id);
        organizer.drafts.save(id, { ...fields, [command.field]: command.text });
        return;
      }
      case 'bulk': {
        const set = command.venue === null ? {} : { locationName: command.venue };
        organizer.drafts.change({ ids: picked(command.of), change: { set, shiftDays: command.days }, dryRun: false });
        return;
      }
      case 'copy':
        organizer.drafts.duplicate({ ids: picked(command.of), shiftDays: 7 });
        return;
      case 'remove':
        organizer.drafts.remove(picked(command.of));
        return;
      case 'restore':
        organizer.drafts.restore(picked(command.of));
        return;
      case 'import':
        await importCalendar(organizer, [
          'ID,Title,Start,Venue',
          ...command.rows.map(({ id, title }) => `${id},${title},2027-06-0${id + 1} 20:00,Bar`),
        ]);
        return;
      case 'takeBack': {
        const imports = organizer.imports.list().filter(({ undone }) => !undone);
        const chosen = imports[command.of % Math.max(imports.length, 1)];
        if (chosen) organizer.imports.undo(chosen.id);
        return;
      }
      case 'repeat': {
        const id = pick(command.of);
        const end = { kind: 'count' as const, count: 3 };
        const pattern = { every: { unit: 'day' as const, interval: 1 }, end, skip: [] };
        if (id === undefined || organizer.drafts.get(id).deleted || organizer.series.of(id) !== null) return;
        organizer.series.repeat({ id, pattern, dryRun: false });
        return;
      }
      case 'publish':
        organizer.publish({ selection: { kind: 'all' }, dryRun: false });
        return;
      case 'reopen':
        await organizer.close();
        organizer = await openOrganizer({ dataDir, clock: organizer.clock, seed: seed++ });
        return;
      default:
        throw new Error(`${command.kind} is no command of this kind`);
    }
  }

  for (const command of commands) {
    const before = stateOf(organizer);
    const undoable = newest();
    if (command.kind === 'undo') {
      const undone = organizer.history.undo(null);
      expect(undone?.kept ?? 0).toBe(0);
      const expected = befores.get(undoable);
      if (expected) expectAsBefore(stateOf(organizer), expected);
      if (undoable === 0) expect(stateOf(organizer)).toEqual(before);
    } else if (command.kind === 'redo') {
      organizer.history.redo();
    } else if (command.kind === 'undoOne') {
      // A step among the others changes what was before those that came after it.
      const { done } = organizer.history.list();
      const step = done[command.of % Math.max(done.length, 1)];
      try {
        if (step) organizer.history.undo(step.id);
        for (const id of befores.keys()) if (step && id >= step.id) befores.delete(id);
        if (step) for (const { id } of organizer.history.list().done) if (id > step.id) befores.delete(id);
      } catch (thrown) {
        expect(thrown).toMatchObject({ code: 'not_allowed' });
        expect(stateOf(organizer)).toEqual(before);
      }
    } else {
      await act(command);
      if (newest() > undoable) befores.set(newest(), before);
      for (const id of befores.keys()) if (id > newest()) befores.delete(id);
    }
  }

  const end = stateOf(organizer);
  let steps = 0;
  for (let next = newest(); next !== 0; next = newest()) {
    const expected = befores.get(next);
    expect(organizer.history.undo(null)?.kept).toBe(0);
    if (expected) expectAsBefore(stateOf(organizer), expected);
    steps += 1;
    if (steps === 3) await act({ kind: 'reopen' });
  }
  expectAsBefore(stateOf(organizer), start);
  await act({ kind: 'reopen' });
  for (; steps > 0; steps -= 1) expect(organizer.history.redo()?.kept).toBe(0);
  expect(stateOf(organizer)).toEqual(end);
  await organizer.close();
  rmSync(dataDir, { recursive: true });
}

test('undo goes back to the start, redo forward to the end, whatever was done and however often it was restarted', {
  timeout: 120_000,
}, async () => {
  await fc.assert(fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 30 }), run), {
    numRuns: Number(process.env.HISTORY_RUNS ?? 40),
  });
});
