import { expect, test } from 'vitest';
import { startForTest } from '#practice/test-support.ts';
import { all } from '../../db/database.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import { openSender, queueDrafts } from '../../testing/senders.ts';
import { noteClock } from '../lane/lane.ts';
import { step } from '../sending/sender.ts';

test('who waits for the database while another sender claims does not take that for a clock that was set back', async () => {
  const clock = manualClock();
  const server = await startForTest({ clock, scopes: ['channels:read', 'events:create'] });
  const sender = openSender({ server, clock });
  queueDrafts(sender, 1);
  server.faults.next('resetAfterCommit', { route: 'POST /events' });
  await step(sender);
  clock.advance(10_000);

  // It waits for five seconds until the lock is its own, and after four of them another one has noted the time.
  let waitedMs = 0;
  const now = () => {
    if (sender.db.inTransaction) waitedMs = 5_000;
    return clock.now() + waitedMs;
  };
  noteClock(sender.db, clock.now() + 4_000);
  await step({ ...sender, clock: { ...clock, now } });
  expect(all(sender.db, 'SELECT state, key_expired FROM operations')).toEqual([{ state: 'delivered', key_expired: 0 }]);
  expect(all(sender.db, 'SELECT kind FROM attempts')).toEqual([{ kind: 'send' }, { kind: 'send' }]);
});
