import { join } from 'node:path';
import { type PracticeEndpoint, PracticeEndpointSchema, type PracticeRequest } from '../links/practice-link.ts';
import { unwrap } from './ask-typed.ts';
import type { Service } from './supervisor.ts';

/** The practice API as the main process sees it: a process that runs only while practice data is open. */
export type PracticeHost = {
  /** Where it answers; starts it when it is not running. @throws OrganizerError when it cannot start. */
  start(): Promise<PracticeEndpoint>;
  stop(): Promise<void>;
};

/** It holds nothing in memory that is worth waiting for. */
const PATIENCE_MS = 1_000;

type Options = {
  /** The practice workspace's directory. */
  dataDir: string;
  supervise: (onRestarted: () => void) => Service<PracticeRequest>;
  /** It answers somewhere else since it was started again. */
  onMoved: (endpoint: PracticeEndpoint) => void;
  /** Told about every key, so that no log shows it. */
  onKey: (key: string) => void;
  log: (line: string) => void;
};

export function createPracticeHost(options: Options): PracticeHost {
  let running: { service: Service<PracticeRequest>; endpoint: Promise<PracticeEndpoint> } | null = null;

  /** The same key, and the same port while nobody else took it: the core then need not notice a restart. */
  async function begin(service: Service<PracticeRequest>, before: PracticeEndpoint | null): Promise<PracticeEndpoint> {
    const answer = await service.ask({
      kind: 'start',
      journalFile: join(options.dataDir, 'practice-api.jsonl'),
      key: before?.key ?? null,
      port: before === null ? null : Number(new URL(before.url).port),
    });
    const endpoint = unwrap(answer, PracticeEndpointSchema);
    options.onKey(endpoint.key);
    return endpoint;
  }

  async function restarted() {
    if (running === null) return;
    const { service, endpoint } = running;
    const before = await endpoint.catch(() => null);
    const again = begin(service, before);
    running = { service, endpoint: again };
    try {
      const now = await again;
      if (now.url !== before?.url) options.onMoved(now);
    } catch (thrown) {
      options.log(`the practice API did not come back: ${(thrown as Error).message}`);
    }
  }

  async function stop() {
    const ending = running;
    running = null;
    await ending?.service.stop(PATIENCE_MS);
  }

  return {
    async start() {
      if (running === null) {
        const service = options.supervise(() => void restarted());
        running = { service, endpoint: begin(service, null) };
      }
      try {
        return await running.endpoint;
      } catch (thrown) {
        // The next try starts from nothing.
        await stop();
        throw thrown;
      }
    },
    stop,
  };
}
