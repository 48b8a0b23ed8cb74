import { OrganizerError } from '#shared/errors.ts';
import type { PickedFile } from '../links/core-link.ts';

/** The files that a person picked, by the token that the window holds in place of a path. */
export type PickedFiles = {
  add(file: PickedFile): void;
  /** @throws OrganizerError `not_found` */
  pathOf(token: string): string;
};

/** Older ones are forgotten: a person picks one file at a time. */
const KEPT = 50;

export function createPickedFiles(): PickedFiles {
  const paths = new Map<string, string>();
  return {
    add({ token, path }) {
      paths.set(token, path);
      for (const old of [...paths.keys()].slice(0, -KEPT)) paths.delete(old);
    },
    pathOf(token) {
      const path = paths.get(token);
      if (path === undefined) throw new OrganizerError('not_found', 'Choose the file again, please.');
      return path;
    },
  };
}
