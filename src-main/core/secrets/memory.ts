import type { Secrets } from '../ports.ts';

/** Keys for this process only: tests, practice mode, and "keep for this session". */
export function createMemorySecrets(initial: Record<string, string> = {}): Secrets {
  const secrets = new Map(Object.entries(initial));
  return {
    get: async (account) => secrets.get(account) ?? null,
    set: async (account, secret) => void secrets.set(account, secret),
    remove: async (account) => secrets.delete(account),
  };
}

/** One key for every account: what an unattended job is given in its environment. It cannot be changed or removed. */
export function createFixedSecrets(secret: string): Secrets {
  return { get: async () => secret, set: async () => {}, remove: async () => false };
}
