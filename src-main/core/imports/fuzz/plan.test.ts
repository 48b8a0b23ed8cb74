import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OrganizerError } from '#shared/errors.ts';
import { allDrafts, choices } from '../../testing/calendars.ts';
import { openOrganizer, type TestOrganizer } from '../../testing/organizers.ts';
import { countEventLines, expectPlanComplete } from './account.ts';
import { calendars, icsCalendars } from './calendars.ts';
import { bytesOf, type MutatedFile, mutatedOf } from './mutate.ts';

/** The same files in every run of the tests; the soak takes others each time. */
const seed = Number(process.env.FUZZ_SEED ?? 999_736);
/** Short in every run of the tests; `npm run soak -- fuzz` takes the full number. */
const FILES = Number(process.env.FUZZ_PLANS ?? 400);
/** Of these, so many are also imported, and then once more. */
const IMPORTED = Math.ceil(FILES / 10);
/** One file may take this long, on a busy machine: nothing hangs. */
const LONGEST_MS = 10_000;

const anyFile = mutatedOf([...Object.keys(calendars), ...Object.keys(icsCalendars)]);

/** Plans the file. Null when it is refused with a sentence, as it may be. */
async function plan(organizer: TestOrganizer, file: MutatedFile) {
  const bytes = bytesOf(file);
  const path = join(organizer.dataDir, file.name in icsCalendars ? 'fuzz.ics' : 'fuzz.csv');
  writeFileSync(path, bytes);
  const began = performance.now();
  try {
    const planned = await organizer.imports.plan(path, choices);
    expectPlanComplete(organizer, planned);
    if (file.name in icsCalendars && planned.format === 'ics')
      expect(planned.counts.rows).toBeGreaterThanOrEqual(countEventLines(bytes));
    return planned;
  } catch (thrown) {
    if (!(thrown instanceof OrganizerError)) throw thrown;
    expect(thrown.message.length).toBeGreaterThan(20);
    return null;
  } finally {
    expect(performance.now() - began).toBeLessThan(LONGEST_MS);
  }
}

test(`${FILES} mutated files, planned: the verdicts add up to the rows, seed ${seed}`, {
  timeout: 3_600_000,
}, async () => {
  const organizer = await openOrganizer();
  const seen = { planned: 0, refused: 0, rows: 0, new: 0, duplicates: 0, skipped: 0, invalid: 0 };
  await fc.assert(
    fc.asyncProperty(anyFile, async (file) => {
      const planned = await plan(organizer, file);
      if (planned === null) seen.refused += 1;
      else {
        seen.planned += 1;
        for (const what of ['rows', 'new', 'duplicates', 'skipped', 'invalid'] as const)
          seen[what] += planned.counts[what];
      }
    }),
    { numRuns: FILES, seed },
  );
  console.log(`plans: seed ${seed}, ${JSON.stringify(seen)}`);
  expect(seen.planned).toBeGreaterThan(FILES / 2);
  expect(Math.min(seen.new, seen.skipped, seen.invalid)).toBeGreaterThan(0);
  expect(allDrafts(organizer)).toEqual([]);
});

test(`${IMPORTED} mutated files, imported twice: nothing new, nothing changed, seed ${seed}`, {
  timeout: 3_600_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(anyFile, async (file) => {
      const organizer = await openOrganizer();
      try {
        const first = await plan(organizer, file);
        if (first === null) return;
        organizer.imports.apply(first.planId);
        const drafts = allDrafts(organizer);
        expect(drafts.length).toBe(Math.min(first.counts.new, 1_000));
        const again = await plan(organizer, file);
        expect(again?.counts).toEqual({ ...first.counts, new: 0, unchanged: first.counts.new });
        organizer.imports.apply(again?.planId ?? '');
        expect(allDrafts(organizer)).toEqual(drafts);
      } finally {
        await organizer.close();
      }
    }),
    { numRuns: IMPORTED, seed },
  );
});
