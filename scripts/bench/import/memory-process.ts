// One import in a process of its own, so that nothing else counts: its data directory and the sheet are the arguments.
import { keepHeapSmall } from '#core/small-heap.ts';
import { importSheet, openOffline } from './our-import.ts';

const [dataDir = '', sheet = ''] = process.argv.slice(2);

keepHeapSmall();
const organizer = await openOffline(dataDir);
const made = await importSheet(organizer, sheet);
await organizer.close();
process.send?.({ peakRss: process.resourceUsage().maxRSS * 1024, made });
process.disconnect();
