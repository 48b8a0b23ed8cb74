import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportPlanView } from '#shared/contract/import-views.ts';
import type { TestOrganizer } from './organizers.ts';

/** What a person chooses for a whole file, so that its rows are ready to be published. */
export const choices = { channelId: 101, placeId: 'place-berlin', classification: 'music', timeZone: 'Europe/Berlin' };

/** Plans the import of a calendar with these lines. */
export function planCalendar(
  organizer: TestOrganizer,
  lines: string[],
  name = 'calendar.csv',
): Promise<ImportPlanView> {
  const file = join(organizer.dataDir, name);
  writeFileSync(file, `${lines.join('\r\n')}\r\n`);
  return organizer.imports.plan(file, choices);
}

/** Imports a calendar with these lines, and returns the import with the plan's rows. */
export async function importCalendar(organizer: TestOrganizer, lines: string[], name?: string) {
  const plan = await planCalendar(organizer, lines, name);
  return { ...organizer.imports.apply(plan.planId), verdicts: plan.preview.map(({ verdict }) => verdict) };
}

/** All drafts outside the trash, by start. */
export function allDrafts(organizer: TestOrganizer) {
  return organizer.drafts.list({ search: '', status: null, importId: null, limit: 1_000, offset: 0 }).items;
}
