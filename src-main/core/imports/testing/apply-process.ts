// Imports a calendar in a process that a test kills: says when the plan is made and the drafts are about to be stored.
import { createOrganizer } from '#core/create-organizer.ts';
import { createMemorySecrets } from '#core/secrets/memory.ts';
import { systemClock, systemRandom } from '#core/system.ts';

const [dataDir = '', file = ''] = process.argv.slice(2);

const organizer = await createOrganizer({
  dataDir,
  secrets: createMemorySecrets(),
  fetch: () => Promise.reject(new TypeError('fetch failed')),
  clock: systemClock,
  random: systemRandom,
  systemTimeZone: 'Europe/Berlin',
});
const { planId } = await organizer.imports.plan(file, {});
await new Promise((resolve) => process.send?.('storing', resolve));
organizer.imports.apply(planId);
await new Promise((resolve) => process.send?.('stored', resolve));
await organizer.close();
process.disconnect();
