import { OrganizerError } from '#shared/errors.ts';
import { createOrganizer } from '../../../create-organizer.ts';
import type { Organizer } from '../../../organizer.ts';
import { createFixedSecrets } from '../../../secrets/memory.ts';
import { systemClock, systemRandom } from '../../../system.ts';
import { readyFields } from '../../../testing/ready-fields.ts';
import { type Seen, startPracticeProcess } from './practice-process.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';

export type SoakResult = { name: string; ok: boolean; figures: Record<string, number | string> };

const EVENTS = 400;
const DISK_MB = 12;

type Practice = Awaited<ReturnType<typeof startPracticeProcess>>;

/**
 * A real disk that becomes full while the outbox is being sent, and a real disk that can only be read: nothing that was
 * saved is lost, nothing is sent that could not be written down, and with room again each event is there once.
 * Needs the right to mount; without it the result says so and is not ok.
 */
export async function soakDisk(log: (line: string) => void): Promise<SoakResult[]> {
  const disk = mountSmallDisk(DISK_MB);
  if ('impossible' in disk) {
    log(`A real small disk was not tried: ${disk.impossible}.`);
    return [{ name: 'disk (not run)', ok: false, figures: { reason: disk.impossible } }];
  }
  const practice = await startPracticeProcess();
  try {
    return [await fullDisk(disk, practice, log), await readOnlyDisk(disk, practice, log)];
  } finally {
    await practice.stop();
    disk.unmount();
  }
}

async function fullDisk(disk: SmallDisk, practice: Practice, log: (line: string) => void): Promise<SoakResult> {
  const organizer = await open(disk, practice);
  const ids = Array.from({ length: EVENTS }, (_, number) => saveEvent(organizer, number));
  organizer.publish({ selection: { kind: 'all' }, dryRun: false });

  let ballast = 0;
  const refusal = await codeOf(() =>
    organizer.drain({
      onProgress: ({ counts }) => {
        if (ballast === 0 && counts.delivered >= 20) ballast = disk.fill();
      },
    }),
  );
  const atFull = organizer.outbox.counts().delivered;
  log(`The disk was filled with ${ballast} bytes; sending stopped with “${refusal}” after ${atFull} of ${EVENTS}.`);
  const storage = (await organizer.state()).storage.condition;
  const seenAtFull = requestsOf(await practice.seen());
  const refusals = new Set<string>();
  for (let tries = 0; tries < 5; tries += 1) refusals.add(await codeOf(() => organizer.drain()));
  const first = ids[0] ?? '';
  const before = organizer.drafts.get(first).fields.title;
  const saving = await codeOf(async () => organizer.drafts.save(null, longDraft()));
  const leftWhileFull = requestsOf(await practice.seen()) - seenAtFull;

  disk.free();
  const { counts } = await organizer.drain();
  const after = organizer.drafts.get(first).fields.title;
  const saved = organizer.drafts.save(null, longDraft()).id !== '';
  const state = await organizer.state();
  await organizer.close();
  const seen = await practice.seen();
  const twice = Object.values(seen.effectsByKey).filter((effects) => effects !== 1).length;
  return {
    name: 'disk full while sending',
    ok:
      refusal === 'disk_full' &&
      [...refusals].join() === 'disk_full' &&
      saving === 'disk_full' &&
      storage === 'full' &&
      leftWhileFull === 0 &&
      counts.delivered === EVENTS &&
      seen.events.length === EVENTS &&
      twice === 0 &&
      before === after &&
      saved &&
      state.drafts === EVENTS + 1 &&
      state.storage.condition === 'ok',
    figures: {
      events: EVENTS,
      deliveredBeforeFull: atFull,
      refusal,
      requestsWhileFull: leftWhileFull,
      onServer: seen.events.length,
      twice,
      lostDrafts: EVENTS + 1 - state.drafts,
      sentAgainWithTheSameKey: Object.values(seen.requestsByKey).filter((requests) => requests > 1).length,
    },
  };
}

async function readOnlyDisk(disk: SmallDisk, practice: Practice, log: (line: string) => void): Promise<SoakResult> {
  const writable = await open(disk, practice);
  const drafts = (await writable.state()).drafts;
  saveEvent(writable, EVENTS);
  writable.publish({ selection: { kind: 'all' }, dryRun: false });
  const waiting = writable.outbox.counts().queued;
  await writable.close();
  const seenBefore = requestsOf(await practice.seen());

  disk.remount('ro');
  const reader = await open(disk, practice);
  const state = await reader.state();
  const listed = reader.drafts.list({ search: 'Soak', status: null, importId: null, limit: 1, offset: 0 }).total;
  const saving = await codeOf(async () => saveEvent(reader, EVENTS + 1));
  const sending = await codeOf(() => reader.drain());
  await reader.close();
  const leftWhileReadOnly = requestsOf(await practice.seen()) - seenBefore;
  log(`The read-only disk: ${state.drafts} drafts can be read; saving says “${saving}”, sending “${sending}”.`);

  disk.remount('rw');
  const again = await open(disk, practice);
  const { counts } = await again.drain();
  await again.close();
  const seen = await practice.seen();
  const twice = Object.values(seen.effectsByKey).filter((effects) => effects !== 1).length;
  return {
    name: 'read-only disk',
    ok:
      state.drafts === drafts + 1 &&
      listed === EVENTS + 1 &&
      state.storage.condition === 'readOnly' &&
      saving === 'disk_read_only' &&
      sending === 'disk_read_only' &&
      leftWhileReadOnly === 0 &&
      counts.queued === 0 &&
      seen.events.length === EVENTS + waiting &&
      twice === 0,
    figures: {
      draftsReadable: state.drafts,
      saving,
      sending,
      requestsWhileReadOnly: leftWhileReadOnly,
      onServer: seen.events.length,
      twice,
    },
  };
}

function open(disk: SmallDisk, practice: Practice): Promise<Organizer> {
  return createOrganizer({
    dataDir: disk.directory,
    apiUrl: practice.url,
    secrets: createFixedSecrets(practice.key),
    fetch: (url, init) => fetch(url, init),
    clock: systemClock,
    random: systemRandom,
    systemTimeZone: 'Europe/Berlin',
  });
}

const saveEvent = (organizer: Organizer, number: number) =>
  organizer.drafts.save(null, readyFields({ title: `Soak ${number}`, startLocal: '2099-07-12T20:00' })).id;

/** It cannot slip into space that SQLite holds already. */
const longDraft = () => readyFields({ title: 'Long', channelId: null, description: 'x'.repeat(100_000) });

const requestsOf = (seen: Seen) => Object.values(seen.requestsByKey).reduce((sum, requests) => sum + requests, 0);

/** The code of the error that this ends with, or `none`. */
async function codeOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return 'none';
  } catch (thrown) {
    return thrown instanceof OrganizerError ? thrown.code : String(thrown);
  }
}
