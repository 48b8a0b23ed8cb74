import { subscribe } from 'node:diagnostics_channel';
import type { Pass } from './killer.ts';

/** How far a request has come on the wire, as Node's own fetch (undici) tells whoever diagnoses it. */
const channels = {
  'undici:client:sendHeaders': 'connected',
  'undici:request:bodySent': 'sent',
  'undici:request:headers': 'answering',
} as const;

/** Passes the boundaries of requests that create. */
export function watchWire(pass: Pass): void {
  for (const [channel, boundary] of Object.entries(channels)) {
    subscribe(channel, (message) => {
      if ((message as { request?: { method?: unknown } }).request?.method !== 'POST') return;
      pass(boundary);
      if (boundary === 'sent') pass('waiting');
    });
  }
}
