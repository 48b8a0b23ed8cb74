import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inProject } from '../runtime/paths.ts';
import { type Lockfile, nameAt, placeOf, publishedName, readLockfile } from './lockfile.ts';

/** A package of others that is in what people install. */
export type ShippedPackage = {
  name: string;
  version: string;
  /** SPDX expression; null when the package does not say. */
  licence: string | null;
  /** Where it is installed, below the repository. */
  place: string;
};

/**
 * Every package that the app is made of: what it loads at run time, what its window imports and the bundler builds in,
 * and whatever those depend on. A few of them may turn out unused by the bundler; none is missing. Electron comes on top.
 */
export async function shippedPackages(): Promise<ShippedPackage[]> {
  const lockfile = await readLockfile();
  const roots = [...Object.keys(lockfile.get('')?.dependencies ?? {}), ...(await importsOfWindow())];
  const places = new Set<string>();
  for (const name of roots) follow(lockfile, '', name, places);
  return [...places].map((place) => describe(lockfile, place)).toSorted((a, b) => order(a.name, b.name));
}

function follow(lockfile: Lockfile, from: string, name: string, places: Set<string>): void {
  const place = placeOf(lockfile, from, name);
  if (place === null || places.has(place)) return;
  places.add(place);
  const found = lockfile.get(place);
  if (found === undefined) return;
  const peers = Object.keys(found.peerDependencies).filter(
    (peer) => found.peerDependenciesMeta[peer]?.optional !== true,
  );
  for (const next of [...Object.keys(found.dependencies), ...Object.keys(found.optionalDependencies), ...peers]) {
    follow(lockfile, place, next, places);
  }
}

function describe(lockfile: Lockfile, place: string): ShippedPackage {
  const found = lockfile.get(place);
  if (found?.version === undefined) throw new Error(`The lockfile has no version of ${nameAt(place)}.`);
  return { name: publishedName(place, found), version: found.version, licence: found.license ?? null, place };
}

/** The packages that the sources of the window name. */
async function importsOfWindow(): Promise<string[]> {
  const folder = inProject('src-renderer');
  const files = (await readdir(folder, { recursive: true })).filter(
    (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name),
  );
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  const specifiers = texts.flatMap((text) =>
    [...text.matchAll(/\bfrom '([^'.#][^']*)'/g)].map(([, name]) => name ?? ''),
  );
  return [...new Set(specifiers.map(packageOf))];
}

/** `@base-ui/react/dialog` is of `@base-ui/react`, `react-dom/client` of `react-dom`. */
export function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The same on every machine, whatever its language. */
function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
