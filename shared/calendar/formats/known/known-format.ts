import type { ColumnRole } from '../../types.ts';

/**
 * Exports of known programs, by their header names. `needs` and one of `anyOf` make the signature; `roles` says what
 * the columns are, where guessing by name could go wrong. Names are compared without case, spaces and marks. Sources:
 * the programs' own help pages on their CSV formats.
 */
export type KnownFormat = {
  name: string;
  needs: readonly string[];
  anyOf?: readonly string[];
  roles: Readonly<Record<string, ColumnRole>>;
};

/** The name of our own export. */
export const OUR_EXPORT = 'Pinned Organizer';
