import { z } from 'zod';
import { type Db, get, run, write } from '../db/database.ts';
import type { Random } from '../ports.ts';

/** Name of the setting that `workspaceId` makes. */
export const WORKSPACE_ID = 'workspace_id';

const Row = z.object({ value: z.string() });

/** A fact about the workspace, or null when it was never written. */
export function readSetting(db: Db, name: string): string | null {
  const row = get(db, 'SELECT value FROM workspace WHERE name = :name', { name });
  return row === undefined ? null : Row.parse(row).value;
}

export function writeSetting(db: Db, name: string, value: string): void {
  run(db, 'INSERT INTO workspace VALUES (:name, :value) ON CONFLICT DO UPDATE SET value = excluded.value', {
    name,
    value,
  });
}

/**
 * The id of this workspace: made once, part of every idempotency key, so that two laptops never share a key.
 * The last ten digits of a UUID: the first ones may tell the time, and two laptops may start at once.
 */
export function workspaceId(db: Db, random: Random): string {
  // Read first: on a disk that cannot be written, the workspace can still be looked at.
  const settled = readSetting(db, WORKSPACE_ID);
  if (settled !== null) return settled;
  return write(db, () => {
    const known = readSetting(db, WORKSPACE_ID);
    if (known !== null) return known;
    const made = random.uuid().replaceAll('-', '').slice(-10);
    writeSetting(db, WORKSPACE_ID, made);
    return made;
  });
}
