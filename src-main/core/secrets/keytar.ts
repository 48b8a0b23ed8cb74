import { OrganizerError } from '#shared/errors.ts';
import type { Secrets } from '../ports.ts';

/** Name under which a person finds the entries in the system's own keychain program. */
const SERVICE = 'Pinned Organizer';

/** A keychain that asks nobody and answers nothing must not hang the app. */
const ANSWER_WITHIN_MS = 5_000;

/**
 * API keys in the operating system's keychain (macOS Keychain, Windows Credential Manager, Secret Service on Linux).
 * @throws OrganizerError `keychain_unavailable` when it does not answer within five seconds or refuses.
 */
export function createKeytarSecrets(): Secrets {
  // Loaded on first use: on Linux the module itself fails where libsecret is missing, and drafts must work without.
  const keytar = () => import('keytar').then((module) => module.default);
  return {
    get: (account) => ask(async () => (await keytar()).getPassword(SERVICE, account)),
    set: (account, secret) => ask(async () => (await keytar()).setPassword(SERVICE, account, secret)),
    remove: (account) => ask(async () => (await keytar()).deletePassword(SERVICE, account)),
  };
}

async function ask<T>(question: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), ANSWER_WITHIN_MS);
  });
  try {
    return await Promise.race([question(), silence]);
  } catch (cause) {
    throw new OrganizerError(
      'keychain_unavailable',
      'The keychain of this computer does not answer, so the API key cannot be read or stored. ' +
        'Unlock it (on Linux: start GNOME Keyring, KWallet or KeePassXC with its Secret Service) and try again. ' +
        'Drafts and imports work without it; unattended jobs can use PINNED_EVENTS_API_KEY.',
      { cause },
    );
  } finally {
    clearTimeout(timer);
  }
}
