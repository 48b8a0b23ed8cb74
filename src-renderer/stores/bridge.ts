import type { Answer, OrganizerBridge } from '#shared/contract/client.ts';
import type { CallInput, CallName, CallOutput } from '#shared/contract/contract.ts';
import { t } from '../texts/index.ts';

declare global {
  interface Window {
    /** Exposed by the preload; the only way out of this window. */
    readonly organizer: OrganizerBridge;
  }
}

/** Makes one call of the contract. Never throws: a bridge that is gone (the core restarts) is an answer like any other. */
export async function call<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<Answer<CallOutput<Name>>> {
  try {
    const run = window.organizer[name] as (input: CallInput<Name>) => Promise<Answer<CallOutput<Name>>>;
    return await run(input);
  } catch {
    return { ok: false, error: { code: 'unexpected', message: t.errors.bridgeGone } };
  }
}
