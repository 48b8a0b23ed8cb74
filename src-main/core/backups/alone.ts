import { join } from 'node:path';
import { OrganizerError } from '#shared/errors.ts';
import { shareLock } from '../db/lock.ts';
import { LOCK_FILE } from '../db/shared.ts';

/**
 * Does something that nobody else may have the workspace open for: who has it open would go on writing into the file
 * that was moved away. @throws OrganizerError `not_allowed`.
 */
export function aloneIn<T>(dataDir: string, work: () => T): T {
  const lock = shareLock(join(dataDir, LOCK_FILE));
  try {
    if (lock?.tryAlone() === false) {
      throw new OrganizerError(
        'not_allowed',
        'Pinned Organizer, or another “organizer” command, has this workspace open. Close it first; nothing was changed.',
      );
    }
    return work();
  } finally {
    lock?.release();
  }
}
