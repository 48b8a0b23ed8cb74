import { randomUUID } from 'node:crypto';
import { type DraftFields, emptyDraftFields } from '#shared/drafts/draft.ts';
import { toCreateEventBody } from '#shared/publishing/event-body.ts';
import type { BenchServer } from './server.ts';

/** What has to reach the server: the same for everybody. */
export type Job = { key: string; body: string };

/** Channels of the practice API. */
export const OPEN_CHANNEL = 101;
export const HELD_CHANNEL = 102;

const HOUR_MS = 3_600_000;

/** A draft with all that publishing needs: one event for each hour from next year on. */
export function sampleFields(index: number, channelId = OPEN_CHANNEL): DraftFields {
  const start = Date.UTC(new Date().getUTCFullYear() + 1, 0, 1) + index * HOUR_MS;
  return {
    ...emptyDraftFields(),
    title: `Evening concert ${index + 1}`,
    startLocal: local(start),
    endLocal: local(start + 2 * HOUR_MS),
    // No daylight saving time there, so each of these hours exists once.
    timeZone: 'Atlantic/Reykjavik',
    description: 'Doors open an hour before. '.repeat(8).trim(),
    channelId,
    classifications: ['music'],
    placeId: 'place-reykjavik',
    placeName: 'Reykjavík',
    countryCode: 'IS',
    locationName: 'Main hall',
    offers: [{ name: 'Ticket', url: 'https://tickets.example/evening-concert', availability: 'available' }],
  };
}

function local(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16);
}

/** Jobs with keys that no earlier round used. */
export function sampleJobs(count: number): Job[] {
  const batch = randomUUID();
  return Array.from({ length: count }, (_, index) => ({
    key: `bench-${batch}-${index}-create`,
    body: JSON.stringify(toCreateEventBody(sampleFields(index))),
  }));
}

/** Sends a job: the fetch, the address and the headers of the outbox. @throws Error unless the event was created. */
export function createPost({ url, key }: BenchServer): (job: Job) => Promise<void> {
  return async (job) => {
    const response = await fetch(`${url}/api/public/v1/events`, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'idempotency-key': job.key,
      },
      redirect: 'manual',
      body: job.body,
    });
    await response.json();
    if (response.status !== 201) throw new Error(`The server answered ${response.status}.`);
  };
}
