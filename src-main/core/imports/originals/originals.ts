import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { OrganizerError } from '#shared/errors.ts';
import { writeWhole } from '../../exports/write-file.ts';

const FOLDER = 'originals';

/** A file that was looked at and never imported is forgotten after this long, in ms. */
const FORGOTTEN_AFTER_MS = 24 * 60 * 60_000;

/** Fast rather than small: calendars compress well at any level. */
const LEVEL = 3;

/**
 * The files that were imported, as they were, each once by its content and compressed. They stay as long as the history
 * names them.
 */
export type Originals = {
  /** Keeps a copy. @returns false when the file is no longer what it was when it was read */
  keep(path: string, sha256: string): Promise<boolean>;
  has(sha256: string): boolean;
  /** Writes it as it was. @throws OrganizerError `not_found` */
  save(sha256: string, path: string): Promise<void>;
};

/** @param isNamed whether an import of the history has that file */
export function createOriginals(dataDir: string, nowMs: () => number, isNamed: (sha256: string) => boolean): Originals {
  const folder = join(dataDir, FOLDER);
  const fileOf = (sha256: string) => join(folder, `${sha256}.gz`);

  function forgetUnused(): void {
    for (const name of readdirSync(folder)) {
      const age = nowMs() - (statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? nowMs());
      if (age > FORGOTTEN_AFTER_MS && !isNamed(name.replace(/\.gz$/, ''))) rmSync(join(folder, name), { force: true });
    }
  }

  return {
    async keep(path, sha256) {
      if (existsSync(fileOf(sha256))) return true;
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      forgetUnused();
      const draft = join(folder, `${randomBytes(8).toString('hex')}.part`);
      try {
        if ((await compress(path, draft)) !== sha256) return false;
        await rename(draft, fileOf(sha256));
        return true;
      } finally {
        rmSync(draft, { force: true });
      }
    },
    has: (sha256) => existsSync(fileOf(sha256)),
    async save(sha256, path) {
      if (!existsSync(fileOf(sha256)))
        throw new OrganizerError('not_found', 'No copy of this file was kept. Look for it where it was imported from.');
      await writeWhole(path, (draft) =>
        pipeline(createReadStream(fileOf(sha256)), createGunzip(), createWriteStream(draft)),
      );
    },
  };
}

/** Compresses a file, brings it to the disk, and gives the SHA-256 of what was read, in hex. */
async function compress(from: string, to: string): Promise<string> {
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(
    createReadStream(from),
    hashing,
    createGzip({ level: LEVEL }),
    createWriteStream(to, { mode: 0o600, flags: 'wx' }),
  );
  const file = await open(to, 'r+');
  await file.sync();
  await file.close();
  return hash.digest('hex');
}
