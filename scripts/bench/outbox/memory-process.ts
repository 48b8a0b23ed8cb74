// One workspace in a process of its own, so that nothing else counts. Run with --expose-gc. What it was asked for says
// the first argument: `drain` sends some of what waits, `queue` puts everything into the outbox at once.
import { drainSome } from './organizer.ts';

const [what = '', dataDir = '', url = '', key = '', count = '0'] = process.argv.slice(2);

const { organizer, run } = await drainSome(dataDir, { url, key }, Number(count));
// What the outbox's page asks for first.
organizer.outbox.list({ states: [], limit: 100, offset: 0 });
globalThis.gc?.();
const before = process.memoryUsage();

if (what === 'queue') organizer.publish({ selection: { kind: 'all' }, dryRun: false });
else await run();

const peakRss = process.resourceUsage().maxRSS * 1024;
const { queued, delivered } = organizer.outbox.counts();
await organizer.close();
process.send?.({ rss: before.rss, heapUsed: before.heapUsed, peakRss, queued, delivered });
process.disconnect();
