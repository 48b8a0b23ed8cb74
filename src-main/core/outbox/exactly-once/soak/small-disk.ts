import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real disk of a few megabytes, in memory, mounted for one proof. */
export type SmallDisk = {
  directory: string;
  /** Writes until nothing more fits. Returns how many bytes did. */
  fill(): number;
  /** Takes that out again. */
  free(): void;
  remount(how: 'ro' | 'rw'): void;
  unmount(): void;
};

/** Mounts a tmpfs of that size. Returns the reason instead when this process may not mount. */
export function mountSmallDisk(megabytes: number): SmallDisk | { impossible: string } {
  if (process.platform !== 'linux') return { impossible: `it needs Linux, this is ${process.platform}` };
  const directory = mkdtempSync(join(tmpdir(), 'organizer-disk-'));
  try {
    mount('-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'organizer-soak', directory);
  } catch (thrown) {
    rmdirSync(directory);
    return { impossible: `this process may not mount a disk (${firstLine(thrown)})` };
  }
  const ballast = join(directory, 'ballast');
  return {
    directory,
    fill: () => fillFile(ballast),
    free: () => rmSync(ballast, { force: true }),
    remount: (how) => mount('-o', `remount,${how}`, directory),
    unmount() {
      // Lazily, so that a proof that failed half way leaves nothing behind either.
      execFileSync('umount', ['-l', directory], { stdio: 'pipe' });
      rmdirSync(directory);
    },
  };
}

function mount(...args: string[]): void {
  execFileSync('mount', args, { stdio: 'pipe' });
}

function firstLine(thrown: unknown): string {
  const { stderr } = thrown as { stderr?: Buffer };
  return (stderr?.toString() || String(thrown)).trim().split('\n')[0] ?? '';
}

/** Ever smaller pieces, so that the very last byte is taken. */
function fillFile(file: string): number {
  let written = 0;
  for (let bytes = 1024 * 1024; bytes >= 1; bytes = Math.floor(bytes / 2)) {
    try {
      for (;;) {
        appendFileSync(file, Buffer.alloc(bytes));
        written += bytes;
      }
    } catch (thrown) {
      if ((thrown as { code?: unknown }).code !== 'ENOSPC') throw thrown;
    }
  }
  return written;
}
