import { memoryDisk, realDisk } from '../directory.ts';
import type { Report, Section, SuiteOptions } from '../report.ts';
import { surroundings } from '../surroundings.ts';
import { measureGrowth } from './growth.ts';
import { measureLongQueue } from './long-queue.ts';
import { measureMemory } from './memory.ts';
import { startBenchServer } from './server.ts';
import { measureSpeed } from './speed.ts';

/** Everything that is measured of the outbox, in one run. */
export async function measureOutbox(options: SuiteOptions): Promise<Report> {
  const server = await startBenchServer();
  try {
    const disks = [realDisk, memoryDisk()].filter((disk) => disk !== null);
    const sections: Section[] = [];
    for (const disk of disks) sections.push(await measureSpeed(server, disk, options));
    sections.push(...measureGrowth(realDisk, options));
    sections.push(await measureLongQueue(server, memoryDisk() ?? realDisk, options));
    sections.push(await measureMemory(server, realDisk, options));
    return {
      suite: 'outbox',
      quick: options.quick,
      surroundings: surroundings(['liteque', 'plainjob', 'better-queue']),
      sections,
    };
  } finally {
    server.stop();
  }
}
