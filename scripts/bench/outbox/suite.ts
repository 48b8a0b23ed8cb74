import { memoryDisk, realDisk } from '../directory.ts';
import type { Report, Section, SuiteOptions } from '../report.ts';
import { surroundings } from '../surroundings.ts';
import { startBenchServer } from './server.ts';
import { measureSpeed } from './speed.ts';

/** Everything that is measured of the outbox, in one run. */
export async function measureOutbox(options: SuiteOptions): Promise<Report> {
  const server = await startBenchServer();
  try {
    const disks = [realDisk, memoryDisk()].filter((disk) => disk !== null);
    const sections: Section[] = [];
    for (const disk of disks) sections.push(await measureSpeed(server, disk, options));
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
