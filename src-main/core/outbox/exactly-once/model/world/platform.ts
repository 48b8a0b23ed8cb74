import { join } from 'node:path';
import { type PracticeServer, type Scope, seededRandom, startPracticeServer } from '#practice/server.ts';
import type { PracticeEvent } from '#practice/store.ts';
import type { Settings } from './settings.ts';

export const fullScopes: Scope[] = ['channels:read', 'events:create', 'events:read'];

/** What keys can usually do in a run. */
export const usualScopes = ({ mayRead }: Settings): Scope[] =>
  mayRead ? fullScopes : fullScopes.filter((scope) => scope !== 'events:read');

type ApiKey = { key: string; scopes: Scope[]; revoked: boolean };

/** The practice server of one run, which may be stopped and started again: it remembers what its journal holds. */
export async function startPlatform(directory: string, clock: { now(): number }, settings: Settings) {
  const keys: ApiKey[] = [{ key: `first-secret-${settings.seed}`, scopes: usualScopes(settings), revoked: false }];
  let server: PracticeServer | null = null;
  let port = 0;
  // What exists stays known while the server is away.
  let events: PracticeEvent[] = [];

  const start = async () => {
    const { sharedBy, successTtlMs } = settings;
    server = await startPracticeServer({
      port,
      clock,
      random: seededRandom(settings.seed),
      key: keys[0]?.key ?? '',
      journalFile: join(directory, 'platform.jsonl'),
      idempotency: { sharedBy, successTtlMs },
    });
    port = Number(new URL(server.url).port);
    // In the same order, so that the entries in the journal belong to the same keys again.
    for (const apiKey of keys) tell(apiKey);
  };
  const tell = ({ key, scopes, revoked }: ApiKey) => {
    server?.addKey({ key, scopes });
    if (revoked) server?.revokeKey(key);
  };
  await start();

  return {
    start,
    async stop() {
      events = server?.events() ?? events;
      await server?.close();
      server = null;
    },
    isUp: () => server !== null,
    /** @throws Error while it is stopped. */
    running(): PracticeServer {
      if (server === null) throw new Error('The platform is stopped.');
      return server;
    },
    url: () => `http://127.0.0.1:${port}`,
    events: (): PracticeEvent[] => server?.events() ?? events,
    keys,
    addKey(scopes: Scope[]): string {
      const apiKey = { key: `secret-${keys.length + 1}-${settings.seed}`, scopes, revoked: false };
      keys.push(apiKey);
      tell(apiKey);
      return apiKey.key;
    },
    changeKey(key: string, change: Partial<ApiKey>) {
      const known = keys.find((apiKey) => apiKey.key === key);
      if (known === undefined) return;
      Object.assign(known, change);
      tell(known);
    },
  };
}
export type Platform = Awaited<ReturnType<typeof startPlatform>>;
