import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { installFolder } from '../config.ts';
import { holds, must } from './expect.ts';
import { endGroup, type Person } from './person.ts';

const AddressSchema = z.object({ url: z.string(), key: z.string() });
const ReportSchema = z.object({ effectsByKey: z.record(z.string(), z.number()) });

/** The main job by the installed command line, as a person. Returns how many drafts there are afterwards. */
export async function checkCommandLine(person: Person): Promise<number> {
  const practice = person.start('organizer', ['practice']);
  try {
    const { url, key } = await holds('the practice API starts from the package', () => address(practice));
    const env = { PINNED_EVENTS_API_URL: url };

    async function organizer(args: string[], more: Record<string, string> = {}, stdin = '') {
      const { code, stdout, stderr } = await person.run('organizer', ['--json', ...args], { ...env, ...more }, stdin);
      must(code === 0, `organizer ${args.join(' ')} ends with ${code}`, stderr);
      return JSON.parse(stdout);
    }

    await holds('a key goes into the keychain, and comes from it', async () => {
      must((await organizer(['key', 'set'], {}, key)).ok === true, 'the key is taken');
      must((await organizer(['key', 'check'])).ok === true, 'the key is found again');
    });
    const [channel] = await organizer(['channels', '--refresh']);
    const sample = `${installFolder}/resources/sample-calendar.csv`;
    const rows = await holds('the sample calendar is imported', async () => {
      const place = ['--place', 'place-new-york', '--timezone', 'America/New_York'];
      const imported = await organizer(['import', sample, '--channel', channel.id, ...place]);
      must(imported.new > 0 && imported.new === imported.rows, 'each row makes a draft', JSON.stringify(imported));
      return imported.new as number;
    });
    await holds('each draft is published, and none twice', async () => {
      const first = await organizer(['publish', '--all', '--wait']);
      must(first.delivered === rows, 'every event is delivered', JSON.stringify(first));
      must((await organizer(['publish', '--all', '--wait'])).queued === 0, 'nothing is left to publish');
      const response = await fetch(`${url}/practice/report`, { headers: { authorization: `Bearer ${key}` } });
      const effects = Object.values(ReportSchema.parse(await response.json()).effectsByKey);
      must(effects.length === rows && effects.every((count) => count === 1), 'one event for each draft', effects);
    });
    return rows;
  } finally {
    endGroup(practice, 'SIGTERM');
    await Promise.race([once(practice, 'exit'), new Promise((resolve) => setTimeout(resolve, 5_000))]);
    endGroup(practice);
  }
}

/** Its first line says where it is. */
async function address(practice: ChildProcess): Promise<z.infer<typeof AddressSchema>> {
  for await (const line of createInterface({ input: practice.stdout as Readable })) {
    return AddressSchema.parse(JSON.parse(line));
  }
  throw new Error('The practice API ended without a word.');
}
