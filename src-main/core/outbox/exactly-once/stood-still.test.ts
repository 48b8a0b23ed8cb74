import { expect, test } from 'vitest';
import { startForTest } from '#practice/test-support.ts';
import { all } from '../../db/database.ts';
import { openDatabase } from '../../db/open.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import { addDrafts, exactlyOnce, onlyOperation, openOrganizer, publishAll } from '../../testing/organizers.ts';
import { temporaryDirectory } from '../../testing/temporary-directory.ts';

const MINUTE = 60_000;

/** A clock on whose computer the lid is closed for a while, in the moment in which a resend is claimed and not yet sent. */
function clockThatStandsStill(dataDir: string, minutes: number) {
  const clock = manualClock();
  let asleep = false;
  const now = () => {
    if (!asleep) {
      const db = openDatabase(dataDir);
      asleep = all(db, `SELECT 1 FROM operations WHERE state = 'sending' AND attempts > 0`).length > 0;
      db.close();
      if (asleep) clock.advance(minutes * MINUTE);
    }
    return clock.now();
  };
  return { ...clock, now };
}

test('a resend that slept between its claim and its request does not go out after the life of the key', async () => {
  const dataDir = temporaryDirectory();
  const clock = clockThatStandsStill(dataDir, 20);
  const server = await startForTest({ clock });
  const organizer = await openOrganizer({ server, clock, dataDir });
  addDrafts(organizer, 1);
  publishAll(organizer);
  server.faults.next('resetAfterCommit', { route: 'POST /events' });
  await organizer.drain();
  expect(exactlyOnce(server, 1)).toBe(true);
  expect(onlyOperation(organizer)).toMatchObject({ state: 'delivered', remoteId: '1001' });
  const [draftId = ''] = organizer.drafts
    .list({ search: '', status: null, importId: null, limit: 1, offset: 0 })
    .items.map(({ id }) => id);
  expect(organizer.outbox.activity(draftId).map(({ kind, outcome }) => outcome ?? kind)).toEqual([
    'queued',
    'unclear',
    'lapsed',
    'found',
  ]);
});
