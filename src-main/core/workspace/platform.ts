import { OrganizerError } from '#shared/errors.ts';
import type { Lane } from '#shared/outbox/operation.ts';
import { type Db, write } from '../db/database.ts';
import { readSetting, writeSetting } from './settings.ts';

/** `practice` for an API on this computer, else the origin of the real one. */
export type Platform = string;

const SETTING = 'platform';

/** Which platform an API address stands for. Any loopback address is practice: it can never be the real platform. */
export function platformOf(apiUrl: string): Platform {
  let url: URL;
  try {
    url = new URL(apiUrl);
  } catch {
    throw new OrganizerError('usage', `“${apiUrl}” is not a web address. Use one such as https://pinned.events.`);
  }
  const loopback = url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(url.hostname);
  if (loopback) return 'practice';
  if (url.protocol === 'https:') return url.origin;
  throw new OrganizerError('usage', `The API address must start with https://, so that the key travels encrypted.`);
}

/** The platform that this workspace belongs to, or null before the first contact. */
export function boundPlatform(db: Db): Platform | null {
  return readSetting(db, SETTING);
}

/**
 * Ties the workspace to the platform at its first contact, and refuses any other from then on: practice events can
 * never reach the real platform, and the ledger of one platform never speaks for another.
 * @throws OrganizerError `wrong_platform`.
 */
export function bindPlatform(db: Db, apiUrl: string): void {
  const wanted = platformOf(apiUrl);
  const bound =
    boundPlatform(db) ??
    write(db, () => {
      const known = boundPlatform(db);
      if (known === null) writeSetting(db, SETTING, wanted);
      return known ?? wanted;
    });
  if (bound !== wanted) throw wrongPlatform(bound, wanted);
}

/** Refuses the address of another platform and ties nothing. @throws OrganizerError `wrong_platform`, `usage`. */
export function refuseOtherPlatform(db: Db, apiUrl: string): void {
  const bound = boundPlatform(db);
  const wanted = platformOf(apiUrl);
  if (bound !== null && bound !== wanted) throw wrongPlatform(bound, wanted);
}

/** The lane of a workspace that was opened with the address of another platform: blocked, with the reason. */
export function foreignPlatform(db: Db, apiUrl: string): Lane | null {
  const bound = boundPlatform(db);
  const wanted = platformOf(apiUrl);
  if (bound === null || bound === wanted) return null;
  return {
    condition: 'blocked',
    reason: 'wrong_platform',
    message: wrongPlatform(bound, wanted).message,
    resumesAt: null,
  };
}

function wrongPlatform(bound: Platform, wanted: Platform): OrganizerError {
  const name = (platform: Platform) => (platform === 'practice' ? 'practice' : platform);
  return new OrganizerError(
    'wrong_platform',
    `This data directory belongs to ${name(bound)} and never publishes to ${name(wanted)}. Nothing was sent. Choose another --data-dir, or the --api-url that belongs to this one.`,
  );
}
