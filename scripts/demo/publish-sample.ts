import { join } from 'node:path';
import { createOrganizer } from '#core/create-organizer.ts';
import { createFixedSecrets } from '#core/secrets/memory.ts';
import { systemClock, systemRandom } from '#core/system.ts';
import type { PracticeServer } from '#practice/server.ts';
import { publishProgress } from '../../src-main/cli/progress.ts';
import { projectRoot } from '../runtime/paths.ts';

/** What the sample's own rows leave open. */
const CHOICES = {
  timeZone: 'America/New_York',
  placeId: 'place-new-york',
  placeName: 'New York',
  countryCode: 'US',
  classification: 'music',
};

export type DemoResult = { validRows: number; requests: number };

/** The main job, as the app and the command line do it: import the sample season, publish it through the outbox. */
export async function publishSample(server: PracticeServer, dataDir: string): Promise<DemoResult> {
  const organizer = await createOrganizer({
    dataDir,
    apiUrl: server.url,
    secrets: createFixedSecrets(server.key),
    fetch: (url, init) => fetch(url, init),
    clock: systemClock,
    random: systemRandom,
    systemTimeZone: CHOICES.timeZone,
  });
  try {
    const { channels } = await organizer.refreshCatalog();
    const channel = channels[0];
    if (channel === undefined) throw new Error('The practice API has no channel.');
    console.log(`Publishing to the channel “${channel.name}”.`);

    const plan = await organizer.imports.plan(join(projectRoot, 'resources', 'sample-calendar.csv'), {
      ...CHOICES,
      channelId: channel.id,
    });
    const { counts, id } = organizer.imports.apply(plan.planId);
    console.log(
      `Imported ${plan.fileName}: ${counts.rows} rows, ${counts.new} new, ${counts.duplicates} duplicates, ${counts.invalid} invalid.`,
    );

    makeTrouble(server);
    const { queued } = organizer.publish({ selection: { kind: 'import', importId: id }, dryRun: false });
    const progress = publishProgress(queued);
    await organizer.drain({ onProgress: progress.update });
    progress.stop();
    return { validRows: counts.new, requests: [...server.requestsByKey().values()].reduce((sum, n) => sum + n, 0) };
  } finally {
    await organizer.close();
  }
}

/** The promise is only worth showing when something goes wrong. */
function makeTrouble({ faults }: PracticeServer): void {
  console.log(
    'On purpose, the practice API drops one connection, fails once after it created the event, and asks to slow down.',
  );
  faults.next('resetAfterCommit', { route: 'POST /events' });
  faults.next('errorAfterCommit', { route: 'POST /events' });
  faults.next('rateLimited', { route: 'POST /events', retryAfter: 'seconds', retryAfterMs: 1_000 });
}
