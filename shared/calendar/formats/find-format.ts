import { compactName } from '../text/fold.ts';
import type { ColumnRole } from '../types.ts';
import { knownFormats } from './known-formats.ts';

/** The program that wrote a file, and what its columns are there, by compact header name. */
export type FoundFormat = { name: string; roleOf: (header: string) => ColumnRole | null };

type Prepared = { name: string; needs: string[]; anyOf: string[]; roles: Map<string, ColumnRole> };

const prepared: readonly Prepared[] = knownFormats.map(({ name, needs, anyOf = [], roles }) => ({
  name,
  needs: needs.map(compactName),
  anyOf: anyOf.map(compactName),
  roles: new Map(Object.entries(roles).map(([header, role]) => [compactName(header), role])),
}));

/** Recognises a whole known format by its header names; null when none fits. */
export function findFormat(header: readonly string[] | null): FoundFormat | null {
  if (header === null) return null;
  const names = new Set(header.map(compactName));
  const found = prepared.find(
    ({ needs, anyOf }) =>
      needs.every((name) => names.has(name)) && (anyOf.length === 0 || anyOf.some((name) => names.has(name))),
  );
  if (found === undefined) return null;
  return { name: found.name, roleOf: (name) => found.roles.get(compactName(name)) ?? null };
}
