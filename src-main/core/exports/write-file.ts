import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { OrganizerError } from '#shared/errors.ts';

/**
 * Writes a file as a whole: what stood there before stays until the new one is complete.
 * @param write fills the file at the path that it is given
 * @throws OrganizerError `usage` when it cannot be written; errors of `write` that say more pass through
 */
export async function writeWhole<T>(path: string, write: (draft: string) => Promise<T>): Promise<T> {
  const draft = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    const result = await write(draft);
    await rename(draft, path);
    return result;
  } catch (cause) {
    rm(draft, { force: true }, () => {});
    if (cause instanceof OrganizerError) throw cause;
    throw new OrganizerError('usage', `${path} cannot be written. Check the folder and that you may write there.`, {
      cause,
    });
  }
}

/** @throws OrganizerError `usage` when the file cannot be written */
export function saveText(path: string, text: string): Promise<void> {
  return writeWhole(path, (draft) => writeFile(draft, text));
}
