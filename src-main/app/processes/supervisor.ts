import type { MessagePortMain } from 'electron';
import type { Answer } from '#shared/contract/client.ts';
import type { ErrorData } from '#shared/errors.ts';
import { ReplySchema } from '../links/envelope.ts';
import { backOffMs, countEnd } from './back-off.ts';

/** The part of Electron's UtilityProcess that is used here. */
export type Child = {
  postMessage(message: unknown, transfer?: MessagePortMain[]): void;
  kill(): boolean;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  once(event: 'exit', listener: (code: number) => void): unknown;
};

/** A process of ours that is kept alive. */
export type Service<Request> = {
  /** Asks the process. An end before it answered is an answer too, so this never hangs on a crash and never rejects. */
  ask(request: Request, transfer?: MessagePortMain[]): Promise<Answer<unknown>>;
  /** Asks it to finish, waits no longer than `patienceMs`, then makes it end. It is not started again. */
  stop(patienceMs: number): Promise<void>;
};

type Options<Request> = {
  name: string;
  fork: () => Child;
  /** The request that asks the process to finish by itself. */
  closeRequest: Request;
  /** After a process that ended by itself was replaced: the new one knows nothing yet. */
  onRestarted: () => void;
  log: (line: string) => void;
  wait?: (ms: number) => Promise<void>;
  now?: () => number;
};

const away: ErrorData = {
  code: 'unexpected',
  message: 'A part of Pinned Organizer had to start again. Nothing was lost; please try again in a moment.',
};

/** Starts the process and starts it again, slower each time, whenever it ends without being asked to. */
export function supervise<Request>(options: Options<Request>): Service<Request> {
  const { wait = sleep, now = Date.now } = options;
  const pending = new Map<number, (answer: Answer<unknown>) => void>();
  let child: Child | null = null;
  let ended: Promise<void> = Promise.resolve();
  let stopping = false;
  let endsInARow = 0;
  let lastId = 0;

  function start() {
    const startedAt = now();
    const started = options.fork();
    child = started;
    started.on('message', receive);
    ended = new Promise((resolve) => {
      started.once('exit', (code) => {
        child = null;
        for (const answer of pending.values()) answer({ ok: false, error: away });
        pending.clear();
        resolve();
        if (stopping) return;
        endsInARow = countEnd(endsInARow, now() - startedAt);
        const delayMs = backOffMs(endsInARow);
        options.log(`${options.name} ended with code ${code}; starting it again in ${delayMs} ms`);
        void wait(delayMs).then(restart);
      });
    });
  }

  function restart() {
    if (stopping) return;
    start();
    options.onRestarted();
  }

  function receive(message: unknown) {
    const reply = ReplySchema.safeParse(message);
    if (!reply.success) return options.log(`${options.name} sent something that is no answer`);
    const { id, answer } = reply.data;
    pending.get(id)?.(answer);
    pending.delete(id);
  }

  function ask(request: Request, transfer: MessagePortMain[] = []): Promise<Answer<unknown>> {
    const asked = child;
    if (asked === null) return Promise.resolve({ ok: false, error: away });
    const id = ++lastId;
    return new Promise((resolve) => {
      pending.set(id, resolve);
      asked.postMessage({ id, request }, transfer);
    });
  }

  start();
  return {
    ask,
    async stop(patienceMs) {
      stopping = true;
      const answered = child === null ? Promise.resolve() : ask(options.closeRequest).then(() => undefined);
      await Promise.race([answered, wait(patienceMs)]);
      child?.kill();
      await Promise.race([ended, wait(patienceMs)]);
    },
  };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
