import { z } from 'zod';
import { type VenueContent, VenueContentSchema, type VenuePreset } from '#shared/drafts/venue-preset.ts';
import { OrganizerError } from '#shared/errors.ts';
import { all, type Db, get, run, write } from '../db/database.ts';
import type { Random } from '../ports.ts';

/** What is always the same at a venue, under a name. Drafts do not know it: what it gave them is theirs. */
export type VenuePresetsApi = {
  /** By name. */
  list(): VenuePreset[];
  /**
   * A new one without an id, else in place of the one that has it.
   * @throws OrganizerError `not_found`, or `not_allowed` when another one has that name
   */
  save(preset: { id: string | null; name: string; content: VenueContent }): VenuePreset;
  /** @throws OrganizerError `not_found` */
  remove(id: string): void;
};

const Row = z
  .object({ id: z.string(), name: z.string(), content: z.string() })
  .transform(({ id, name, content }) => ({ id, name, content: VenueContentSchema.parse(JSON.parse(content)) }));

type Parts = { db: Db; random: Random; afterChange: () => void };

/** The venue presets of one workspace. */
export function createVenuePresets({ db, random, afterChange }: Parts): VenuePresetsApi {
  const notFound = (id: string) => new OrganizerError('not_found', `There is no venue preset ${id}.`);
  return {
    list: () => all(db, 'SELECT * FROM venue_presets ORDER BY name COLLATE NOCASE, id').map((row) => Row.parse(row)),

    save({ id, name, content }) {
      const saved = write(db, () => {
        const other = get(db, 'SELECT 1 FROM venue_presets WHERE name = :name AND id IS NOT :id', { name, id });
        if (other !== undefined) {
          throw new OrganizerError('not_allowed', `There is a preset “${name}” already. Choose another name.`);
        }
        const row = { id: id ?? random.uuid(), name, content: JSON.stringify(content) };
        const changed =
          id === null
            ? run(db, 'INSERT INTO venue_presets (id, name, content) VALUES (:id, :name, :content)', row)
            : run(db, 'UPDATE venue_presets SET name = :name, content = :content WHERE id = :id', row);
        if (changed === 0) throw notFound(row.id);
        return { id: row.id, name, content };
      });
      afterChange();
      return saved;
    },

    remove(id) {
      if (run(db, 'DELETE FROM venue_presets WHERE id = :id', { id }) === 0) throw notFound(id);
      afterChange();
    },
  };
}
