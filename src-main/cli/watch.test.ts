import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { startForTest } from '#practice/test-support.ts';
import { freshFolder, runCli, startCli } from './testing/run-cli.ts';
import { settledBetween } from './watch/settled-files.ts';

const Report = z.object({
  files: z.array(z.object({ file: z.string(), new: z.number(), queued: z.number(), problem: z.string().nullable() })),
  delivered: z.number(),
  waiting: z.number(),
});
const defaults = [
  '--channel',
  '101',
  '--timezone',
  'America/New_York',
  '--place',
  'place-new-york',
  '--classification',
  'music',
];
const season = 'title,date,start\nJazz,2027-05-14,20:00\nFolk,2027-05-15,20:00\n';

async function setup() {
  const server = await startForTest();
  const folder = join(freshFolder(), 'inbox');
  mkdirSync(folder);
  const env = {
    ORGANIZER_DATA_DIR: join(freshFolder(), 'data'),
    PINNED_EVENTS_API_URL: server.url,
    PINNED_EVENTS_API_KEY: server.key,
  };
  const args = ['watch', folder, ...defaults, '--every', '0.1', '--json'];
  const takeOnce = async (...more: string[]) => {
    const { code, stdout, stderr } = await runCli({ args: [...args, '--once', ...more], env });
    return { code, stderr, report: Report.parse(JSON.parse(stdout)) };
  };
  const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
  return { server, folder, env, args, takeOnce, put };
}

test('what lies in the folder is imported, published as drafts for review, and put aside; again it changes nothing', async () => {
  const { server, folder, takeOnce, put } = await setup();
  put('season.csv', season);
  put('notes.pdf', 'none of ours');
  put('.season.csv.part', season);
  const first = await takeOnce('--publish');
  expect(first.code).toBe(0);
  expect(first.report).toMatchObject({
    files: [{ file: 'season.csv', new: 2, queued: 2, problem: null }],
    delivered: 2,
  });
  expect(server.events().map(({ doc }) => doc.status)).toEqual(['draft', 'draft']);
  expect(readdirSync(folder).sort()).toEqual(['.season.csv.part', 'done', 'notes.pdf']);
  put('season-again.csv', season);
  const again = await takeOnce('--publish', '--status', 'published');
  expect(again.report).toMatchObject({ files: [{ new: 0, queued: 0 }], delivered: 0 });
  expect([...server.effectsByKey().values()]).toEqual([1, 1]);
});

test('without --publish nothing is sent; a file that cannot be read goes to failed/ with its reason', async () => {
  const { server, folder, takeOnce, put } = await setup();
  put('season.csv', season);
  put('broken.csv', '\0\0\0\0\u0001\u0002binary');
  const { code, report, stderr } = await takeOnce();
  expect(code).toBe(3);
  expect(report.files.map(({ file, new: made }) => [file, made])).toEqual([
    ['broken.csv', 0],
    ['season.csv', 2],
  ]);
  expect(stderr).toContain('broken.csv: not imported');
  const failed = readdirSync(join(folder, 'failed')).sort();
  expect(failed).toHaveLength(2);
  expect(readFileSync(join(folder, 'failed', failed[1] ?? ''), 'utf8')).toMatch(/\w/);
  expect(server.requests().filter(({ method }) => method === 'POST')).toEqual([]);
});

test('it goes on until it is told to stop, and takes what lands meanwhile, once it is complete', async () => {
  const { server, folder, env, args } = await setup();
  const child = startCli({ args: [...args, '--publish', '--status', 'published'], env });
  let told = '';
  child.stderr.on('data', (chunk) => (told += chunk));
  const taken = new Promise<void>((resolve) => child.stderr.on('data', () => told.includes('season.csv') && resolve()));
  writeFileSync(join(folder, 'season.csv.tmp'), season);
  renameSync(join(folder, 'season.csv.tmp'), join(folder, 'season.csv'));
  await taken;
  child.kill('SIGTERM');
  const [code] = await once(child, 'close');
  expect([0, 3]).toContain(code);
  // Stopped in the middle or not: a later run has nothing twice.
  await runCli({ args: ['publish', '--all', '--wait'], env });
  expect(server.events()).toHaveLength(2);
  expect([...server.effectsByKey().values()]).toEqual([1, 1]);
});

test('a folder that is not there is a wrong call', async () => {
  const { env } = await setup();
  expect((await runCli({ args: ['watch', '/no/such/folder', '--once'], env })).code).toBe(2);
});

test('only what is the same at two looks is complete', () => {
  const look = (...files: [string, string][]) => new Map(files);
  const earlier = look(['a.csv', '10/1'], ['b.csv', '10/1'], ['empty.csv', '0/1'], ['gone.csv', '1/1']);
  const later = look(['b.csv', '20/2'], ['a.csv', '10/1'], ['new.csv', '10/3'], ['empty.csv', '0/1']);
  expect(settledBetween(earlier, later)).toEqual(['a.csv']);
});
