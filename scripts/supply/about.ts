import { readFile } from 'node:fs/promises';
import type { BuiltAbout } from '#shared/contract/about-views.ts';
import { inProject } from '../runtime/paths.ts';
import { licenceText } from './licence-text.ts';
import { isAllowed } from './licences.ts';
import { shippedPackages } from './shipped.ts';

/** What the app tells of what it is made of. @throws Error when a package may not be shipped under its licence */
export async function buildAbout(): Promise<BuiltAbout> {
  const packages = await Promise.all(
    (await shippedPackages()).map(async (found) => {
      if (!isAllowed(found.licence)) throw new Error(`${found.name} is under ${found.licence ?? 'no named licence'}.`);
      const { name, version, licence } = found;
      return { name, version, licence: licence ?? '', text: await licenceText(found) };
    }),
  );
  return { sqlite: await sqliteVersion(), packages };
}

/** The SQLite inside better-sqlite3, from its own header file. */
export async function sqliteVersion(): Promise<string> {
  const header = await readFile(inProject('node_modules/better-sqlite3/deps/sqlite3/sqlite3.h'), 'utf8');
  const version = /^#define SQLITE_VERSION\s+"([\d.]+)"/m.exec(header)?.[1];
  if (version === undefined) throw new Error('better-sqlite3’s copy of SQLite does not say its version.');
  return version;
}

/** All licences as one text file, for people who look into the package rather than into the app. */
export function licencesAsText({ packages }: BuiltAbout): string {
  const rule = '-'.repeat(78);
  const parts = packages.map(({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}\n`);
  return [
    'Pinned Organizer is made of these packages. Electron and Chromium come with files of their own.\n',
    ...parts,
  ].join(`\n${rule}\n\n`);
}
