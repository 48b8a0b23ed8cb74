// The walls between the processes are lint rules. Each case is a file with one import, in a copy of the repository's
// folders; one run of the linter over all of them has to report exactly the forbidden ones.
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProject } from './runtime/paths.ts';
import { tool } from './runtime/tools.ts';

type Case = readonly [folderAndSuffix: string, imported: string];

const forbidden: Case[] = [
  ['src-renderer/features/drafts/*.tsx', '#core/organizer.ts'],
  ['src-renderer/features/drafts/*.tsx', '#practice/server.ts'],
  ['src-renderer/features/drafts/*.tsx', 'electron'],
  ['src-renderer/features/drafts/*.tsx', 'node:fs'],
  ['src-renderer/features/drafts/*.tsx', 'node:fs/promises'],
  ['src-renderer/features/drafts/*.tsx', 'fs'],
  ['src-renderer/features/drafts/*.tsx', 'better-sqlite3'],
  ['src-renderer/features/drafts/*.tsx', '../../../src-main/core/organizer.ts'],
  ['src-renderer/features/drafts/*.tsx', '../../../shared/errors.ts'],
  ['src-renderer/features/drafts/*.test.ts', 'node:fs'],
  ['shared/drafts/*.ts', 'node:crypto'],
  ['shared/drafts/*.ts', 'react'],
  ['shared/drafts/*.ts', 'papaparse'],
  ['shared/drafts/*.ts', 'vitest'],
  ['shared/drafts/*.ts', '#core/ports.ts'],
  ['shared/drafts/*.ts', '../../src-main/core/ports.ts'],
  ['shared/drafts/*.test.ts', 'electron'],
  ['src-main/preload/*.ts', '#core/ports.ts'],
  ['src-main/preload/*.ts', 'zod'],
  ['src-main/preload/*.ts', 'node:path'],
  ['src-main/preload/*.ts', '../core/ports.ts'],
  ['src-main/app/*.ts', 'keytar'],
  ['src-main/app/*.ts', 'better-sqlite3'],
  ['src-main/cli/*.ts', 'electron'],
  ['src-main/cli/*.ts', 'keytar'],
  ['src-main/cli/*.ts', 'better-sqlite3'],
  ['src-main/practice/*.ts', '#core/ports.ts'],
  ['src-main/practice/*.ts', '../core/ports.ts'],
  ['src-main/practice/*.ts', 'electron'],
  ['src-main/practice/*.ts', 'better-sqlite3'],
  ['src-main/core/outbox/*.ts', 'electron'],
  ['src-main/core/outbox/*.ts', 'keytar'],
  ['src-main/core/outbox/*.ts', 'better-sqlite3'],
  ['src-main/core/outbox/*.ts', '#practice/server.ts'],
  ['src-main/core/outbox/*.ts', '../../practice/server.ts'],
  ['src-main/core/outbox/*.ts', '../../app/index.ts'],
  ['src-main/core/outbox/exactly-once/model/*.ts', 'better-sqlite3'],
  ['src-main/core/outbox/exactly-once/kills/*.ts', 'electron'],
  ['src-main/core/outbox/*.test.ts', 'electron'],
  ['src-main/core/outbox/*.test.ts', '../../app/index.ts'],
  ['src-main/core/db/*.ts', 'electron'],
  ['src-main/core/db/*.ts', 'keytar'],
  ['src-main/core/db/*.ts', '#practice/server.ts'],
  ['src-main/core/secrets/*.ts', 'keytar'],
  ['src-main/core/secrets/keytar-*.ts', 'better-sqlite3'],
  ['src-main/core/secrets/keytar-*.ts', 'electron'],
];

const allowed: Case[] = [
  ['src-renderer/features/drafts/*.tsx', '#shared/contract/contract.ts'],
  ['src-renderer/features/drafts/*.tsx', '../../components/Button.tsx'],
  ['src-renderer/features/drafts/*.tsx', './drafts.css'],
  ['src-renderer/features/drafts/*.tsx', '@base-ui/react/dialog'],
  ['src-renderer/features/drafts/*.tsx', 'react-dom/client'],
  ['src-renderer/features/drafts/*.test.ts', 'vitest'],
  ['shared/drafts/*.ts', 'zod'],
  ['shared/drafts/*.ts', 'temporal-polyfill'],
  ['shared/drafts/*.ts', '#shared/errors.ts'],
  ['shared/drafts/*.ts', '../errors.ts'],
  ['shared/drafts/*.test.ts', 'fast-check'],
  ['shared/drafts/*.test.ts', 'node:fs/promises'],
  ['src-main/preload/*.ts', 'electron'],
  ['src-main/preload/*.ts', '#shared/contract/names.ts'],
  ['src-main/app/*.ts', 'electron'],
  ['src-main/app/*.ts', '#core/organizer.ts'],
  ['src-main/app/*.ts', '#practice/server.ts'],
  ['src-main/cli/*.ts', '#core/organizer.ts'],
  ['src-main/cli/*.ts', '#practice/server.ts'],
  ['src-main/practice/*.ts', 'fastify'],
  ['src-main/practice/*.ts', '#shared/publishing/event-body.ts'],
  ['src-main/core/outbox/*.ts', 'node:crypto'],
  ['src-main/core/outbox/*.ts', '../db/rows.ts'],
  ['src-main/core/outbox/*.test.ts', '#practice/server.ts'],
  ['src-main/core/outbox/exactly-once/model/*.ts', '#practice/server.ts'],
  ['src-main/core/outbox/exactly-once/kills/*.ts', '#practice/server.ts'],
  ['src-main/core/db/*.ts', 'better-sqlite3'],
  ['src-main/core/db/*.test.ts', 'better-sqlite3'],
  ['src-main/core/secrets/keytar-*.ts', 'keytar'],
  ['scripts/bench/*.ts', '#core/organizer.ts'],
  ['scripts/bench/*.ts', '#practice/server.ts'],
  ['scripts/bench/*.ts', 'better-sqlite3'],
];

let root: string;
let reported: Set<string>;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'organizer-walls-'));
  await copyFile(inProject('biome.json'), join(root, 'biome.json'));
  for (const [index, [place, imported]] of [...forbidden, ...allowed].entries()) {
    const path = join(root, fileOf(place, index));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `import * as it from '${imported}';\nconsole.log(it);\n`);
  }
  reported = await lint(root);
});

afterAll(() => rm(root, { recursive: true, force: true }));

describe('a wall stops', () => {
  test.each(forbidden.map(([place, imported], index) => ({ place, imported, index })))(
    '$imported in $place',
    ({ place, index }) => {
      expect(reported).toContain(fileOf(place, index));
    },
  );
});

describe('a wall lets through', () => {
  test.each(allowed.map(([place, imported], index) => ({ place, imported, index: forbidden.length + index })))(
    '$imported in $place',
    ({ place, index }) => {
      expect(reported).not.toContain(fileOf(place, index));
    },
  );
});

function fileOf(place: string, index: number): string {
  return place.replace('*', `case${index}`);
}

/** The files in which an import is reported, relative to the root. */
function lint(directory: string): Promise<Set<string>> {
  const args = [tool('biome'), 'lint', '--only=style/noRestrictedImports', '--reporter=json', '--max-diagnostics=none'];
  return new Promise((resolve) => {
    // The exit code says that something was found, which is what is being asked.
    execFile(process.execPath, [...args, '.'], { cwd: directory }, (_error, stdout) => {
      const report = JSON.parse(stdout) as { diagnostics: { category: string; location: { path: string } }[] };
      const walls = report.diagnostics.filter((found) => found.category === 'lint/style/noRestrictedImports');
      resolve(new Set(walls.map((found) => found.location.path.replaceAll('\\', '/').replace(/^\.\//, ''))));
    });
  });
}
