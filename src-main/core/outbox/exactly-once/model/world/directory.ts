import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Thousands of commits are waited for; memory keeps its promise as well as a disk while nobody pulls the plug. */
const ROOT = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A directory for one run, in memory where the system has such a place. */
export function makeDirectory(): { path: string; remove(): void } {
  const path = mkdtempSync(join(ROOT, 'organizer-model-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }) };
}
