// A sender's process: imports and publishes a calendar if it is told to, sends until nothing can move, and dies where
// its orders say so. The key comes in the environment, as for an unattended job.
import { writeSync } from 'node:fs';
import { createOrganizer } from '../../../../create-organizer.ts';
import { createFixedSecrets } from '../../../../secrets/memory.ts';
import { choices } from '../../../../testing/calendars.ts';
import { createKiller } from './killer.ts';
import { OrdersSchema, type Said } from './orders.ts';
import { createWatchedPorts } from './watched-ports.ts';
import { watchWire } from './wire.ts';

const orders = OrdersSchema.parse(JSON.parse(process.argv[2] ?? ''));
// At once and to the end, since the process may not live to flush anything.
const say = (line: Said) => writeSync(1, `${JSON.stringify(line)}\n`);
const pass = await createKiller(orders, () => say({ said: 'dying' }));
const { clock, random, sender, fetch, now, committed } = createWatchedPorts(orders, pass);
watchWire(pass);

pass('opening');
const organizer = await createOrganizer({
  dataDir: orders.dataDir,
  apiUrl: orders.apiUrl,
  secrets: createFixedSecrets(process.env.PINNED_EVENTS_API_KEY ?? ''),
  systemTimeZone: 'Europe/Berlin',
  clock,
  random,
  sender,
  fetch,
});
say({ said: 'opened', undecided: organizer.outbox.counts().needsReview });

if (orders.calendar !== null) {
  pass('planning');
  const { planId } = await organizer.imports.plan(orders.calendar, choices);
  const stop = organizer.onChanged(committed);
  now('importing');
  organizer.imports.apply(planId);
  now('publishing');
  organizer.publish({ selection: { kind: 'all' }, dryRun: false });
  stop();
  say({ said: 'published' });
}

now('sending');
const { counts } = await organizer.drain();
await organizer.close();
say({ said: 'done', left: counts.queued + counts.sending });
process.exit(0);
