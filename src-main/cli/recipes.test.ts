import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { startForTest } from '#practice/test-support.ts';
import { freshFolder } from './testing/run-cli.ts';

const recipes = join(import.meta.dirname, '..', '..', 'docs', 'recipes');
const entry = join(import.meta.dirname, 'index.ts');

type Block = { kind: string; file: string | undefined; text: string };

/** The code blocks of a recipe: files by their name, and commands. */
function blocksOf(recipe: string): Block[] {
  const text = readFileSync(join(recipes, recipe), 'utf8');
  return [...text.matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gms)].map(([, kind = '', file, body = '']) => ({
    kind,
    file,
    text: body,
  }));
}

/** `organizer` as if it were installed. */
function installed(): string {
  const bin = join(freshFolder(), 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'organizer'), `#!/bin/sh\nexec "${process.execPath}" "${entry}" "$@"\n`);
  chmodSync(join(bin, 'organizer'), 0o755);
  return bin;
}

async function bash(script: string, cwd: string, env: Record<string, string>) {
  const child = spawn('bash', ['-euo', 'pipefail', '-c', script], { cwd, env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.on('close', resolve));
  return { code, output };
}

const expected: Record<string, { titles: string[]; statuses: string[] }> = {
  'spreadsheet.md': {
    titles: ['Learn to Letterpress', 'Open Mic Night', 'Winter Jazz Quartet'],
    statuses: ['draft'],
  },
  'cms.md': { titles: ['Harbour Concert', 'Printing Workshop'], statuses: ['published'] },
  'ticketing.md': { titles: ['Brass Night', 'Poetry and Soup'], statuses: ['published'] },
  'nightly-import.md': { titles: ['Early Music Morning', 'Life Drawing'], statuses: ['published'] },
  'watched-folder.md': { titles: ['Repair Café', 'Rooftop Jazz Night'], statuses: ['draft'] },
};

test('each recipe is tried', () => {
  const files = readdirSync(recipes).filter((name) => name !== 'README.md');
  expect(files.sort()).toEqual(Object.keys(expected).sort());
  const listed = readFileSync(join(recipes, 'README.md'), 'utf8');
  for (const name of files) expect(listed).toContain(`(${name})`);
});

test.each(Object.keys(expected))(
  'the commands of %s publish its events, once',
  { timeout: 120_000 },
  async (recipe) => {
    const server = await startForTest();
    const cwd = freshFolder();
    const { PATH = '', HOME = '' } = process.env;
    const env = {
      PATH: `${installed()}:${PATH}`,
      HOME,
      TZ: 'UTC',
      ORGANIZER_DATA_DIR: join(cwd, 'data'),
      PINNED_EVENTS_API_URL: server.url,
      PINNED_EVENTS_API_KEY: server.key,
      CMS_FEED: pathToFileURL(join(cwd, 'feed.ics')).href,
    };
    const blocks = blocksOf(recipe);
    for (const { file, text } of blocks) {
      if (file === undefined) continue;
      mkdirSync(dirname(join(cwd, file)), { recursive: true });
      writeFileSync(join(cwd, file), text);
    }
    const commands = blocks.filter(({ kind, file }) => kind === 'sh' && file === undefined);
    expect(commands.length).toBeGreaterThan(0);
    for (const { text } of commands) {
      const { code, output } = await bash(text, cwd, env);
      expect(code, output).toBe(0);
    }
    const docs = server.events().map(({ doc }) => doc);
    expect(docs.map(({ title }) => title).sort()).toEqual(expected[recipe]?.titles);
    expect([...new Set(docs.map(({ status }) => status))]).toEqual(expected[recipe]?.statuses);
    if (recipe === 'ticketing.md') expect(docs.every(({ offers }) => offers?.length === 1)).toBe(true);
  },
);

test('the shell takes each script that is only shown', () => {
  for (const recipe of Object.keys(expected)) {
    for (const { text } of blocksOf(recipe).filter(({ kind }) => ['sh', 'bash'].includes(kind))) {
      expect(spawnSync('bash', ['-n', '-c', text]).status).toBe(0);
    }
  }
});
