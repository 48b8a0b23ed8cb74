import type { MessagePortMain } from 'electron';
import type { PortNotice, PortResponse } from '#shared/contract/client.ts';
import type { Topic } from '#shared/contract/names.ts';

/** The channels to windows that are open now. */
export type WindowPorts = {
  /** Answers what arrives on this port from now on. */
  serve(port: MessagePortMain): void;
  announce(changed: Topic[]): void;
  /** Ends all channels: what windows ask next belongs to another workspace. */
  closeAll(): void;
};

export function createWindowPorts(dispatch: (message: unknown) => Promise<PortResponse | null>): WindowPorts {
  const open = new Set<MessagePortMain>();
  return {
    serve(port) {
      open.add(port);
      port.on('close', () => open.delete(port));
      port.on('message', ({ data }) => {
        void dispatch(data).then((response) => {
          // An answer to a window that is gone, or about a workspace that was closed meanwhile, is nobody's.
          if (response !== null && open.has(port)) port.postMessage(response);
        });
      });
      port.start();
    },
    announce(changed) {
      const notice: PortNotice = { changed };
      for (const port of open) port.postMessage(notice);
    },
    closeAll() {
      for (const port of open) port.close();
      open.clear();
    },
  };
}
