import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Page } from '@playwright/test';
import { type DraftFields, emptyDraftFields } from '#shared/drafts/draft.ts';
import { valueFromPage } from './bridge.ts';

/** Fields of a draft that can be published as it is, on the first sample channel, next year. */
export function readyFields(title: string, change: Partial<DraftFields> = {}): DraftFields {
  return {
    ...emptyDraftFields(),
    title,
    startLocal: `${new Date().getFullYear() + 1}-05-14T20:00`,
    timeZone: 'America/New_York',
    channelId: 101,
    classifications: ['music'],
    placeId: 'place-new-york',
    placeName: 'New York',
    countryCode: 'US',
    locationName: 'Main Room',
    publishAs: 'published',
    ...change,
  };
}

/** Stores drafts as the editor would. Returns their ids. */
export async function makeDrafts(page: Page, fields: DraftFields[]): Promise<string[]> {
  const ids: string[] = [];
  for (const each of fields) ids.push((await valueFromPage(page, 'saveDraft', { id: null, fields: each })).id);
  return ids;
}

/** Stores drafts and puts them into the outbox without a dialog. Returns their ids. */
export async function queueDrafts(page: Page, fields: DraftFields[]): Promise<string[]> {
  const draftIds = await makeDrafts(page, fields);
  await valueFromPage(page, 'publish', { selection: { kind: 'drafts', draftIds }, dryRun: false });
  return draftIds;
}

/**
 * Runs SQL on the database of the one workspace of a data directory while no app has it open: for what only time or an
 * accident brings about.
 */
export async function changeDatabase(dataDir: string, sql: string): Promise<void> {
  const entries = await readdir(dataDir, { recursive: true });
  const files = entries.filter((entry) => entry.endsWith('organizer.db'));
  if (files.length !== 1) throw new Error(`One database was expected, not ${files.length}.`);
  const db = new DatabaseSync(join(dataDir, files[0] ?? ''));
  db.exec(sql);
  db.close();
}

const HALF_AN_HOUR_MS = 30 * 60_000;
const TWO_DAYS_MS = 2 * 24 * 60 * 60_000;

/** What a computer that was off for two days finds: everything that waits was queued two days ago. */
export const twoDaysLater = `UPDATE operations SET queued_at = queued_at - ${TWO_DAYS_MS},
  confirmed_at = confirmed_at - ${TWO_DAYS_MS} WHERE state = 'queued'`;

/** The sender ended in the middle of a request, with the key's protection long over, and the request itself as well. */
export const endedInTheMiddle = `UPDATE attempts SET started_at = started_at - ${HALF_AN_HOUR_MS},
    finished_at = finished_at - ${HALF_AN_HOUR_MS};
  UPDATE operations SET state = 'needsReview', attempts = 1, key_seen = 1,
    first_uncertain_at = queued_at - ${HALF_AN_HOUR_MS}, error = json_object('code', 'no_read_scope', 'message',
      'An attempt had no clear answer, and the API key may not read events, so this app cannot look.',
      'status', NULL, 'requestId', NULL, 'field', NULL)
  WHERE state = 'queued'`;
