import { OrganizerError } from '#shared/errors.ts';
import { newestBackup } from '../backups/list.ts';

/** The error for a database that must not be used: what is wrong, what can be done, and what there is to go back to. */
export function damagedError(dataDir: string, file: string, damage: string): OrganizerError {
  const backup = newestBackup(dataDir);
  const offer =
    backup === null
      ? 'There is no backup. “organizer backup restore FILE” takes one from elsewhere; the app can also start with an empty calendar, and then keeps this file.'
      : `The newest backup is from ${new Date(backup.madeAt).toISOString()} and holds ${backup.drafts} drafts, ${backup.delivered} of them published: the app offers it, and so does “organizer backup restore”. This file is kept then.`;
  const message = `The database ${file} is damaged (${damage}). It was left as it is, and nothing is sent. ${offer}`;
  return new OrganizerError('database_damaged', message, { cause: new Error(damage) });
}
