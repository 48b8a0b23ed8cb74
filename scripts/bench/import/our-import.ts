import { createOrganizer } from '#core/create-organizer.ts';
import type { Organizer } from '#core/organizer.ts';
import { createMemorySecrets } from '#core/secrets/memory.ts';
import { systemClock, systemRandom } from '#core/system.ts';
import { benchDirectory } from '../directory.ts';
import type { Candidate } from '../rounds.ts';

const choices = { channelId: 1, placeId: 'place-berlin', timeZone: 'Europe/Berlin' };

/** The product without a network, as the command line runs it. */
export function openOffline(dataDir: string): Promise<Organizer> {
  return createOrganizer({
    dataDir,
    secrets: createMemorySecrets(),
    fetch: () => Promise.reject(new TypeError('fetch failed')),
    clock: systemClock,
    random: systemRandom,
    systemTimeZone: 'Europe/Berlin',
  });
}

/** Detect, parse, map, validate, plan, commit. Returns how many rows were new. */
export async function importSheet(organizer: Organizer, sheet: string): Promise<number> {
  const plan = await organizer.imports.plan(sheet, choices);
  return organizer.imports.apply(plan.planId).counts.new;
}

/** Our import, into an empty workspace or into one that has all of it already. */
export function ourImport(name: string, sheet: string, isAgain: boolean): Candidate {
  return {
    name,
    async prepare(rows) {
      const directory = benchDirectory();
      const organizer = await openOffline(directory.path);
      if (isAgain) await importSheet(organizer, sheet);
      let made = -1;
      return {
        async run() {
          made = await importSheet(organizer, sheet);
        },
        async finish() {
          await organizer.close();
          directory.remove();
          const expected = isAgain ? 0 : rows;
          if (made !== expected) throw new Error(`${expected} new drafts were expected, ${made} were made.`);
        },
      };
    },
  };
}
