import type { Db } from '../../db/database.ts';
import { isDiskError } from '../../db/disk-errors.ts';

const kept = new WeakMap<Db, (() => void)[]>();

/**
 * Writes an outcome. When the disk does not take it, it is kept in memory and written as soon as the disk does, so that
 * a known answer is not asked for again. Should this process end before that, nothing is lost either: on the disk the
 * operation is `sending` with its doubt, and its lease runs out. The fencing token decides which of the two comes first.
 * @throws OrganizerError of the disk.
 */
export function finishOrKeep(db: Db, finish: () => void): void {
  try {
    finish();
  } catch (thrown) {
    if (isDiskError(thrown)) kept.set(db, [...(kept.get(db) ?? []), finish]);
    throw thrown;
  }
}

/** Writes what was kept, oldest first. Comes before anything new is claimed. @throws OrganizerError of the disk. */
export function writeKeptOutcomes(db: Db): void {
  for (let waiting = kept.get(db); waiting?.[0] !== undefined; waiting = kept.get(db)) {
    waiting[0]();
    kept.set(db, waiting.slice(1));
  }
}
