import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import Database from 'better-sqlite3';

const require = createRequire(import.meta.url);

/** What has to be known to read a figure: versions and cores, and nothing that names a machine or a person. */
export function surroundings(packages: readonly string[]): Record<string, string> {
  const db = new Database(':memory:');
  const sqlite = String(db.prepare('SELECT sqlite_version()').pluck().get());
  db.close();
  const versions = ['better-sqlite3', ...packages].map((name) => [name, versionOf(name)]);
  return {
    Node: process.versions.node,
    SQLite: sqlite,
    ...Object.fromEntries(versions),
    platform: `${process.platform} ${process.arch}`,
    cores: String(availableParallelism()),
  };
}

function versionOf(name: string): string {
  // Read from the lockfile, since some packages do not let their package.json be imported.
  const lock = require('../../package-lock.json') as { packages: Record<string, { version?: string }> };
  return lock.packages[`node_modules/${name}`]?.version ?? 'unknown';
}
