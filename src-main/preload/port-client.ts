import type { Answer, PortNotice, PortRequest, PortResponse } from '#shared/contract/client.ts';
import type { CoreCall, Topic } from '#shared/contract/names.ts';

/** The part of a MessagePort that is used here. */
export type Port = {
  postMessage(message: unknown): void;
  close(): void;
  onmessage: ((event: { data: unknown }) => void) | null;
  addEventListener(type: 'close', listener: () => void): void;
};

/** The window's end of the channel to the core, through restarts of the core and changes of the workspace. */
export type PortClient = {
  /** Never rejects. A call made while there is no channel waits for one. */
  call(call: CoreCall, input: unknown): Promise<Answer<unknown>>;
  /** Takes a new channel in place of the old one. */
  attach(port: Port): void;
  onChanged(listener: (changed: Topic[]) => void): () => void;
};

type Pending = PortRequest & { call: CoreCall; resolve: (answer: Answer<unknown>) => void; sent: number };

const lost: Answer<never> = {
  ok: false,
  error: {
    code: 'unexpected',
    message:
      'A part of Pinned Organizer had to start again before it could answer. Look whether it was done; if not, try again.',
  },
};

const unsendable: Answer<never> = {
  ok: false,
  error: { code: 'bad_message', message: 'This cannot be sent to the core.' },
};

/** How often a call is sent at most: one that brings the core down must not do so for ever. */
const MOST_SENDS = 2;

/** @param allTopics what to announce when a new core takes over, which may know more than the old one told */
export function createPortClient(allTopics: readonly Topic[]): PortClient {
  const listeners = new Set<(changed: Topic[]) => void>();
  const pending = new Map<number, Pending>();
  let port: Port | null = null;
  let hadPort = false;
  let lastId = 0;

  function send(request: Pending) {
    if (port === null) return;
    request.sent += 1;
    try {
      port.postMessage({ id: request.id, call: request.call, input: request.input } satisfies PortRequest);
    } catch {
      settle(request.id, unsendable);
    }
  }

  function settle(id: number, answer: Answer<unknown>) {
    const request = pending.get(id);
    pending.delete(id);
    request?.resolve(answer);
  }

  /** What was asked and not answered: reads are asked again, the rest may have been done and is for the person to see. */
  function detach() {
    port = null;
    for (const { id, call, sent } of [...pending.values()]) {
      if (sent > 0 && !(isRead(call) && sent < MOST_SENDS)) settle(id, lost);
    }
  }

  function receive(message: PortResponse | PortNotice) {
    if ('changed' in message) announce(message.changed);
    else settle(message.id, message.answer);
  }

  function announce(changed: readonly Topic[]) {
    for (const listener of listeners) listener([...changed]);
  }

  return {
    call: (call, input) =>
      new Promise((resolve) => {
        const request: Pending = { id: ++lastId, call, input, resolve, sent: 0 };
        pending.set(request.id, request);
        send(request);
      }),
    attach(next) {
      port?.close();
      detach();
      port = next;
      // Setting the handler starts the port.
      next.onmessage = ({ data }) => receive(data as PortResponse | PortNotice);
      next.addEventListener('close', () => {
        if (port === next) detach();
      });
      for (const request of [...pending.values()]) send(request);
      if (hadPort) announce(allTopics);
      hadPort = true;
    },
    onChanged(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** By the convention of the contract, what only looks is named so. */
function isRead(call: CoreCall): boolean {
  return call.startsWith('get') || call.startsWith('list');
}
