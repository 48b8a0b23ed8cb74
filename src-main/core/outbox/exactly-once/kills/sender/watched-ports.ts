import { hostname } from 'node:os';
import type { Clock, Fetch, Random, SenderIdentity } from '../../../../ports.ts';
import { systemRandom, systemSender } from '../../../../system.ts';
import { fastClock } from '../fast-time.ts';
import type { Pass } from './killer.ts';
import type { Orders } from './orders.ts';

/** What the process is doing, as far as its edges show. */
type Doing = 'importing' | 'publishing' | 'sending';

/** The last thing that was asked of the platform. */
type Asked = 'create' | 'look' | 'probe' | 'other' | null;

/** Of the looks at the clock after an outcome, the first two belong to the drain; this one is the claim's. */
const LOOKS_BEFORE_CLAIM = 3;

/** After a page of the list came, so many looks at the clock come before the commit of what was found. */
const LOOKS_BEFORE_FINDING = 2;

/**
 * The core's own edges, which see every step of its work from outside: nothing in the product knows of them. What the
 * core asks of clock, chance and network, and in which order, tells between which two steps it stands.
 */
export function createWatchedPorts(orders: Orders, pass: Pass) {
  let doing: Doing = 'importing';
  let asked: Asked = null;
  let settling = false;
  let looksAtClock = 0;
  const time = fastClock(orders.time);

  const clock: Clock = {
    ...time,
    now() {
      if (asked === 'look' && looksAtClock < LOOKS_BEFORE_FINDING) pass('looked');
      if (settling) {
        settling = false;
        looksAtClock = 0;
        pass('settled');
      }
      looksAtClock += 1;
      if (doing === 'sending' && asked !== 'look' && looksAtClock === LOOKS_BEFORE_CLAIM) {
        pass('beforeClaim');
        pass('claiming');
      }
      return time.now();
    },
  };

  const random: Random = {
    fraction() {
      // The outbox draws its jitter when an answer is in its hands and the transaction of the outcome comes next.
      if (asked === 'create') {
        asked = null;
        settling = true;
        pass('answered');
        pass('settling');
      }
      return systemRandom.fraction();
    },
    uuid() {
      if (doing === 'publishing') {
        pass('enqueuing');
        pass('enqueueEnds');
      }
      if (doing === 'importing') pass('importing');
      return systemRandom.uuid();
    },
  };

  const patientFetch: Fetch = async (url, init) => {
    const given = init?.signal ? [init.signal] : [];
    const signal = AbortSignal.any([AbortSignal.timeout(orders.patienceMs), ...given]);
    const { body, status, headers } = await fetch(url, { ...init, signal });
    const kept = new Headers(headers);
    // Node writes the real time there, and the platform lives in fast time.
    kept.delete('date');
    return new Response([204, 304].includes(status) ? null : body, { status, headers: kept });
  };

  return {
    clock,
    random,
    sender: createSender(orders, pass),
    fetch: (async (url, init) => {
      asked = kindOf(url, init?.method);
      looksAtClock = 0;
      if (asked === 'create') pass('claimed');
      if (asked === 'look') pass('looking');
      if (asked === 'probe') pass('probing');
      const response = await patientFetch(url, init);
      if (asked === 'probe') pass('probing');
      return response;
    }) satisfies Fetch,
    now: (what: Doing) => {
      doing = what;
      looksAtClock = 0;
    },
    /** After a commit that others are told of. */
    committed() {
      if (doing === 'importing') pass('imported');
      if (doing === 'publishing') pass('enqueued');
    },
  };
}

function kindOf(url: string, method = 'GET'): Asked {
  if (method === 'POST') return 'create';
  const { pathname, search } = new URL(url);
  if (pathname.endsWith('/events')) return 'look';
  return pathname.endsWith('/channels') && search.endsWith('limit=1') ? 'probe' : 'other';
}

function createSender({ visible }: Orders, pass: Pass): SenderIdentity {
  return {
    name: visible ? systemSender.name : `${process.pid}@not-${hostname()}`,
    isAlive(name) {
      pass('takingOver');
      return systemSender.isAlive(name);
    },
  };
}
