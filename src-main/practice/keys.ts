import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** The documented scopes (page api-keys-and-scopes). */
export const scopes = ['channels:read', 'events:create', 'events:read', 'events:update', 'media:create'] as const;
export const ScopeSchema = z.enum(scopes);
export type Scope = z.infer<typeof ScopeSchema>;

/** What a new key may do (documented, page api-keys-and-scopes). */
export const newKeyScopes: Scope[] = ['channels:read', 'events:create'];

/** The owner of the first key and of the sample channels. */
export const organizer = 'organizer';

/** What a request may do, once its key was recognised. `keyId` is safe to log, the secret never leaves this file. */
export type Caller = { keyId: string; owner: string; scopes: readonly Scope[] };

export type AddKeyOptions = {
  /** The secret. Default: random. */
  key?: string;
  /** Default: the two documented defaults of a new key. */
  scopes?: Scope[];
  /** Whose channels the key opens. Default: the owner of the first key. */
  owner?: string;
  /** From this moment (ms since the epoch) the key gets 401. Default: never. */
  expiresAt?: number;
};

export type KeyRing = {
  add(options?: AddKeyOptions): string;
  /** Revokes a key, or restores it. Unknown keys are ignored. */
  setRevoked(key: string, revoked: boolean): void;
  setScopes(key: string, scopes: readonly Scope[]): void;
  /** Undefined for a key that is unknown, revoked or expired. */
  find(key: string, now: number): Caller | undefined;
};

type StoredKey = Caller & { revoked: boolean; expiresAt: number };

/** Assumed: the form of a secret. It has no prefix, because the form of Pinned's own keys is not public. */
export function randomKey(): string {
  return randomBytes(32).toString('base64url');
}

/** The API keys of one practice server, in memory. */
export function createKeyRing(): KeyRing {
  const keys = new Map<string, StoredKey>();

  function add(options: AddKeyOptions = {}) {
    const {
      key = randomKey(),
      scopes = newKeyScopes,
      owner = organizer,
      expiresAt = Number.POSITIVE_INFINITY,
    } = options;
    const keyId = keys.get(digest(key))?.keyId ?? `key-${keys.size + 1}`;
    keys.set(digest(key), { keyId, owner, scopes, revoked: false, expiresAt });
    return key;
  }

  return {
    add,
    setRevoked(key, revoked) {
      const stored = keys.get(digest(key));
      if (stored) stored.revoked = revoked;
    },
    setScopes(key, scopes) {
      const stored = keys.get(digest(key));
      if (!stored) throw new Error('This API key does not exist, so its scopes cannot be changed.');
      stored.scopes = scopes;
    },
    find(key, now) {
      const stored = keys.get(digest(key));
      return stored && !stored.revoked && now < stored.expiresAt ? stored : undefined;
    },
  };
}

/** Looking a digest up, not the secret, keeps the time it takes from telling anything about the secret. */
function digest(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
