import { z } from 'zod';
import { type Mapping, MappingSchema } from '#shared/calendar/mapping-document.ts';
import type { Preset } from '#shared/contract/import-views.ts';
import { OrganizerError } from '#shared/errors.ts';
import { all, type Db, get, run, write } from '../../db/database.ts';
import type { Random } from '../../ports.ts';

/** What was chosen for files with one and the same header. */
export type StoredPreset = Omit<Preset, 'columns'> & { mapping: Mapping };

const PresetRow = z
  .object({ id: z.string(), name: z.string(), headers: z.string(), mapping: z.string(), used_at: z.number() })
  .transform(({ id, name, headers, mapping, used_at }) => ({
    id,
    name,
    headers: z.array(z.string()).parse(JSON.parse(headers)),
    mapping: MappingSchema.parse(JSON.parse(mapping)),
    usedAt: used_at,
  }));

/** All presets, the one used last first. */
export function listPresets(db: Db): StoredPreset[] {
  return all(db, 'SELECT * FROM mapping_presets ORDER BY used_at DESC, id').map((row) => PresetRow.parse(row));
}

/** The preset for files with that header, if there is one. */
export function findPreset(db: Db, signature: string): StoredPreset | null {
  const row = get(db, 'SELECT * FROM mapping_presets WHERE signature = :signature', { signature });
  return row === undefined ? null : PresetRow.parse(row);
}

/** @throws OrganizerError `not_found` */
export function getPreset(db: Db, id: string): StoredPreset {
  const row = get(db, 'SELECT * FROM mapping_presets WHERE id = :id', { id });
  if (row === undefined) throw new OrganizerError('not_found', `There is no preset ${id}.`);
  return PresetRow.parse(row);
}

/** Remembers what was chosen, in place of what was chosen for such files before. A name that was given stays. */
export function rememberPreset(
  { db, random }: { db: Db; random: Random },
  signature: string,
  chosen: { name: string; headers: string[]; mapping: Mapping },
  nowMs: number,
): void {
  run(
    db,
    `INSERT INTO mapping_presets (id, signature, name, headers, mapping, used_at)
     VALUES (:id, :signature, :name, :headers, :mapping, :nowMs)
     ON CONFLICT (signature) DO UPDATE SET mapping = excluded.mapping, used_at = excluded.used_at`,
    {
      id: random.uuid(),
      signature,
      name: chosen.name,
      headers: JSON.stringify(chosen.headers),
      mapping: JSON.stringify(chosen.mapping),
      nowMs,
    },
  );
}

/** @throws OrganizerError `not_found` */
export function renamePreset(db: Db, id: string, name: string): void {
  write(db, () => {
    getPreset(db, id);
    run(db, 'UPDATE mapping_presets SET name = :name WHERE id = :id', { id, name });
  });
}

/** Such files are read by what is recognised again. @throws OrganizerError `not_found` */
export function removePreset(db: Db, id: string): void {
  write(db, () => {
    getPreset(db, id);
    run(db, 'DELETE FROM mapping_presets WHERE id = :id', { id });
  });
}
