import { randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Secrets } from '../ports.ts';
import { createKeytarSecrets } from './keytar.ts';
import { createFixedSecrets, createMemorySecrets } from './memory.ts';

/** On Linux the keychain is a Secret Service on the session's D-Bus; `npm test` starts one of its own. */
const hasKeychain = process.platform !== 'linux' || Boolean(process.env.DBUS_SESSION_BUS_ADDRESS);

const adapters: [name: string, create: () => Secrets, reachable: boolean][] = [
  ['memory', () => createMemorySecrets(), true],
  ['keytar', () => createKeytarSecrets(), hasKeychain],
];

for (const [name, create, reachable] of adapters) {
  const title = reachable ? name : `${name} (not run: no Secret Service, DBUS_SESSION_BUS_ADDRESS is not set)`;
  describe.runIf(reachable)(title, () => {
    function account(secrets: Secrets): string {
      const made = `test-${randomUUID()}`;
      onTestFinished(async () => void (await secrets.remove(made)));
      return made;
    }

    test('an account without a key has none, and none to remove', async () => {
      const secrets = create();
      expect(await secrets.get(account(secrets))).toBeNull();
      expect(await secrets.remove(account(secrets))).toBe(false);
    });

    test('a key comes back as it was stored, and a new one takes its place', async () => {
      const secrets = create();
      const mine = account(secrets);
      await secrets.set(mine, 'first-key');
      expect(await secrets.get(mine)).toBe('first-key');
      const odd = `pk~${'0aZ_-.'.repeat(150)}!"$%&'()*+/=?`;
      await secrets.set(mine, odd);
      expect(await secrets.get(mine)).toBe(odd);
    });

    test('a removed key is gone', async () => {
      const secrets = create();
      const mine = account(secrets);
      await secrets.set(mine, 'key');
      expect(await secrets.remove(mine)).toBe(true);
      expect(await secrets.get(mine)).toBeNull();
      expect(await secrets.remove(mine)).toBe(false);
    });

    test('accounts do not see each other', async () => {
      const secrets = create();
      const [mine, yours] = [account(secrets), account(secrets)];
      await secrets.set(mine, 'mine');
      await secrets.set(yours, 'yours');
      await secrets.remove(yours);
      expect(await secrets.get(mine)).toBe('mine');
    });
  });
}

test('a key from the environment serves every account, and cannot be changed', async () => {
  const secrets = createFixedSecrets('from-environment');
  await secrets.set('a', 'other');
  expect(await secrets.remove('a')).toBe(false);
  expect(await secrets.get('a')).toBe('from-environment');
});
