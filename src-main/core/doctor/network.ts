import { describeFailure } from '../api/exchange.ts';
import { DOCUMENT_PATH } from '../platform/fetch-document.ts';
import type { Clock, Fetch } from '../ports.ts';
import { bad, type Found, ok, warn } from './finding.ts';

const TIMEOUT_MS = 10_000;

/** From there on times of events and of the outbox may mislead, in ms. */
const CLOCK_IS_OFF_MS = 2 * 60_000;

/** What a harmless question without any key was answered. */
export type Reached =
  | {
      kind: 'answer';
      status: number;
      html: boolean;
      tookMs: number /** Server's clock less ours. */;
      aheadMs: number | null;
    }
  | { kind: 'noAnswer'; code: string };

/** Asks for the platform's public API description and looks at the head of the answer only. Never throws. */
export async function reach({
  fetch,
  apiUrl,
  clock,
}: {
  fetch: Fetch;
  apiUrl: string;
  clock: Clock;
}): Promise<Reached> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const askedAt = clock.now();
  try {
    const response = await fetch(apiUrl.replace(/\/+$/, '') + DOCUMENT_PATH, { redirect: 'manual', signal: timeout });
    const answeredAt = clock.now();
    await response.body?.cancel();
    const date = Date.parse(response.headers.get('date') ?? '');
    return {
      kind: 'answer',
      status: response.status,
      html: (response.headers.get('content-type') ?? '').includes('text/html'),
      tookMs: answeredAt - askedAt,
      aheadMs: Number.isNaN(date) ? null : date - (askedAt + answeredAt) / 2,
    };
  } catch (thrown) {
    return { kind: 'noAnswer', code: describeFailure(thrown, timeout.aborted).code };
  }
}

export function judgeNetwork(reached: Reached, apiUrl: string): Found {
  const { host, protocol } = new URL(apiUrl);
  if (reached.kind === 'noAnswer') return judgeSilence(reached.code, host);
  const { status, html, tookMs } = reached;
  if (status >= 300 && status < 400)
    return bad(
      `Something between this computer and ${host} wants to lead elsewhere (status ${status}).`,
      'Open a web page in the browser: this network may ask you to sign in. Then check again.',
    );
  if (html && status === 200)
    return bad(
      `A web page came back instead of ${host}.`,
      'Open a web page in the browser: this network may ask you to sign in. Then check again.',
    );
  if (status >= 500)
    return warn(
      `${host} answers, but with trouble of its own (status ${status}).`,
      'Wait a little: it goes on by itself.',
    );
  const encrypted = protocol === 'https:' ? 'encrypted' : 'on this computer, so not encrypted';
  return ok(`${host} answers in ${Math.max(Math.round(tookMs), 1)} ms, ${encrypted}.`);
}

function judgeSilence(code: string, host: string): Found {
  if (/CERT|SELF_SIGNED|VERIFY|ISSUER/.test(code))
    return bad(
      `The certificate of ${host} cannot be trusted (${code}), so nothing was sent.`,
      'Check the date of this computer. In a company network, ask whether a proxy replaces certificates and have its certificate added to this system.',
    );
  if (/TLS|SSL/.test(code))
    return bad(
      `No encrypted connection to ${host} came about (${code}).`,
      'Ask whoever runs this network about its proxy or firewall.',
    );
  if (/NOTFOUND|EAI_AGAIN|NAME_NOT_RESOLVED/.test(code))
    return bad(
      `The name ${host} was not found (${code}).`,
      'Check the connection to the internet, and the API address if you changed it.',
    );
  if (/REFUSED/.test(code))
    return bad(
      `${host} takes no connection (${code}).`,
      'Check the API address. If it is right, try again in some minutes.',
    );
  if (code === 'timeout')
    return bad(
      `${host} did not answer within ${TIMEOUT_MS / 1_000} seconds.`,
      'Check the connection to the internet, and whether a firewall is in the way.',
    );
  return bad(
    `${host} cannot be reached (${code}).`,
    'Check the connection to the internet, then check again. Nothing is lost meanwhile.',
  );
}

export function judgeClock(reached: Reached): Found {
  if (reached.kind === 'noAnswer' || reached.aheadMs === null)
    return { state: 'skipped', found: 'The server told no time to compare with.', todo: null };
  const { aheadMs } = reached;
  if (Math.abs(aheadMs) <= CLOCK_IS_OFF_MS) return ok('The clock of this computer agrees with the server.');
  const minutes = Math.round(Math.abs(aheadMs) / 60_000);
  return warn(
    `The clock of this computer is ${minutes} minutes ${aheadMs > 0 ? 'behind' : 'ahead of'} the server.`,
    'Let the system set the time by itself: pauses, and what counts as late, follow this clock.',
  );
}
