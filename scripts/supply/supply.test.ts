import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { inProject } from '../runtime/paths.ts';
import { buildAbout, licencesAsText, sqliteVersion } from './about.ts';
import { placeIn } from './bundle-plugin.ts';
import { isAllowed } from './licences.ts';
import { nameAt, placeOf, publishedName, readLockfile } from './lockfile.ts';
import { buildSbom } from './sbom.ts';
import { packageOf, shippedPackages } from './shipped.ts';

const lockfile = await readLockfile();
const shipped = await shippedPackages();

describe('the packages that are shipped', () => {
  test('are those of the core, those of the window, and what they need', () => {
    const names = shipped.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['better-sqlite3', 'fastify', 'zod', 'pino', '@github/keytar']));
    expect(names).toEqual(expect.arrayContaining(['react', 'react-dom', 'scheduler', 'zustand', '@floating-ui/core']));
    for (const tool of ['vitest', 'playwright', 'electron-builder', 'typescript', 'liteque']) {
      expect(names).not.toContain(tool);
    }
  });

  test('are all under licences that allow it', () => {
    expect(shipped.filter(({ licence }) => !isAllowed(licence))).toEqual([]);
    expect(shipped.length).toBeGreaterThan(50);
  });

  test.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-only)', true],
    ['Apache-2.0 AND MIT', true],
    ['MIT AND GPL-3.0-only', false],
    ['GPL-3.0-only OR AGPL-3.0-only', false],
    ['LGPL-2.1-or-later', false],
    ['Apache-2.0 WITH LLVM-exception', false],
    ['(MIT OR ISC) AND (GPL-2.0-only OR AGPL-3.0-only)', false],
    ['SEE LICENSE IN LICENSE.txt', false],
    ['UNLICENSED', false],
    ['', false],
    [null, false],
  ])('%s: allowed is %s', (expression, allowed) => {
    expect(isAllowed(expression)).toBe(allowed);
  });

  test('each comes with its licence’s own words', async () => {
    const about = await buildAbout();
    expect(about.packages).toHaveLength(shipped.length);
    expect(about.packages.filter(({ text }) => text.length < 200)).toEqual([]);
    const old = about.packages.find(({ name }) => name === 'abstract-logging');
    expect(old?.text).toContain('Copyright (c) James Sumners');
    expect(licencesAsText(about)).toContain('zod ');
  });

  test('SQLite is the one that runs', async () => {
    const require = createRequire(import.meta.url);
    const database = new (require('better-sqlite3') as new (file: string) => Db)(':memory:');
    expect(database.prepare('select sqlite_version() as version').get()).toEqual({ version: await sqliteVersion() });
    database.close();
  });
});

type Db = { prepare(sql: string): { get(): unknown }; close(): void };

describe('the bill of materials', () => {
  test('names every shipped package once, and Electron and SQLite', async () => {
    const sbom = await buildSbom('45.0.0');
    expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'pinned-organizer' } } });
    const listed = sbom.components.map(({ name, version }) => `${name}@${version}`).toSorted();
    const wanted = shipped.map(({ name, version }) => `${name}@${version}`);
    expect(listed).toEqual([...new Set(wanted), 'electron@45.0.0', `sqlite@${await sqliteVersion()}`].toSorted());
    for (const component of sbom.components) {
      expect(component).toMatchObject({ purl: expect.stringMatching(/^pkg:/), scope: 'required' });
      expect(component.licenses).not.toEqual([]);
    }
    // Nothing is named that is not listed.
    const refs = new Set([...sbom.components, sbom.metadata.component].map((each) => each['bom-ref']));
    expect(
      sbom.dependencies.flatMap(({ ref, dependsOn = [] }) => [ref, ...dependsOn]).every((ref) => refs.has(ref)),
    ).toBe(true);
  });
});

describe('what runs while installing', () => {
  test('only the named packages have a script, and only one of them may run', async () => {
    const withScript = [...lockfile].filter(([, found]) => found.hasInstallScript === true);
    const names = withScript.map(([place, found]) => publishedName(place, found)).toSorted();
    expect(names).toEqual(['@github/keytar', 'electron-winstaller', 'node']);
    const manifest = JSON.parse(await readFile(inProject('package.json'), 'utf8')) as {
      allowScripts: Record<string, boolean>;
    };
    expect(manifest.allowScripts).toEqual({
      node: true,
      'better-sqlite3': false,
      '@github/keytar': false,
      'electron-winstaller': false,
    });
  });

  test('the lockfile pins the content of each package, and no place to fetch it from', () => {
    expect([...lockfile].filter(([, found]) => found.resolved !== undefined)).toEqual([]);
  });
});

test('a dependency is found where Node would find it', () => {
  const at = (version: string) => ({ ...lockfile.get('node_modules/zod'), version }) as never;
  const small = new Map([
    ['', at('0')],
    ['node_modules/a', at('1')],
    ['node_modules/b', at('1')],
    ['node_modules/a/node_modules/b', at('2')],
    ['node_modules/a/node_modules/b/node_modules/c', at('1')],
  ]);
  expect(placeOf(small, 'node_modules/a', 'b')).toBe('node_modules/a/node_modules/b');
  expect(placeOf(small, 'node_modules/a/node_modules/b', 'a')).toBe('node_modules/a');
  expect(placeOf(small, 'node_modules/b', 'b')).toBe('node_modules/b');
  expect(placeOf(small, '', 'c')).toBeNull();
  expect(nameAt('node_modules/a/node_modules/@s/b')).toBe('@s/b');
});

test('the package of a module is read from its path', () => {
  expect(packageOf('@base-ui/react/dialog')).toBe('@base-ui/react');
  expect(placeIn('/p/node_modules/react-dom/client.js?v=1')).toBe('node_modules/react-dom');
  expect(placeIn('C:\\p\\node_modules\\a\\node_modules\\@s\\b\\i.js')).toBe('node_modules/a/node_modules/@s/b');
  expect(placeIn('/p/src-renderer/main.tsx')).toBeNull();
});
