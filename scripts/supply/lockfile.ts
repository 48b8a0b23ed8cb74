import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { inProject } from '../runtime/paths.ts';

const PackageSchema = z.object({
  name: z.string().optional(),
  version: z.string().optional(),
  license: z.string().optional(),
  resolved: z.string().optional(),
  hasInstallScript: z.boolean().optional(),
  dependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
  peerDependencies: z.record(z.string(), z.string()).default({}),
  peerDependenciesMeta: z.record(z.string(), z.object({ optional: z.boolean().optional() })).default({}),
});

/** What the lockfile knows of one installed package. */
export type LockedPackage = z.infer<typeof PackageSchema>;

/** The installed packages by their place: `node_modules/a/node_modules/b`; '' is the project itself. */
export type Lockfile = ReadonlyMap<string, LockedPackage>;

/** Source: https://docs.npmjs.com/cli/configuring-npm/package-lock-json */
export async function readLockfile(): Promise<Lockfile> {
  const text = await readFile(inProject('package-lock.json'), 'utf8');
  const { packages } = z.object({ packages: z.record(z.string(), PackageSchema) }).parse(JSON.parse(text));
  return new Map(Object.entries(packages));
}

/** Where the package that lies at `place` finds one of its dependencies; null when that is not installed. */
export function placeOf(lockfile: Lockfile, place: string, dependency: string): string | null {
  for (let at: string | null = place; at !== null; at = folderAbove(at)) {
    const candidate: string = at === '' ? `node_modules/${dependency}` : `${at}/node_modules/${dependency}`;
    if (lockfile.has(candidate)) return candidate;
  }
  return null;
}

/** The name a package was published under, which an alias (`keytar` for `@github/keytar`) hides. */
export function publishedName(place: string, found: LockedPackage): string {
  return found.name ?? nameAt(place);
}

/** The name under which the package at a place is imported. */
export function nameAt(place: string): string {
  return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

function folderAbove(place: string): string | null {
  if (place === '') return null;
  const end = place.lastIndexOf('/node_modules/');
  return end === -1 ? '' : place.slice(0, end);
}
