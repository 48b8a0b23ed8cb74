import { hash } from 'node:crypto';
import type { Fetch } from '../../../../ports.ts';
import { checkDeparture } from '../rules/departure.ts';
import { operationByKey } from '../watch/rows.ts';
import type { Departure } from '../watch/wire-log.ts';
import { type Held, holdAt, isOver } from './held.ts';
import type { Sender } from './senders.ts';
import type { World } from './world.ts';

/** Nobody listens there: the connection is refused, as it is when the platform is away. */
const NOWHERE = 'http://127.0.0.1:2';

/** The network of one sender: real HTTP, watched, that can be held up, cut, or bent. */
export function createWire(world: World, sender: () => Sender): Fetch {
  return async (url, init = {}) => {
    const { pathname, search } = new URL(url);
    const call = `${init.method ?? 'GET'} ${pathname.replace('/api/public/v1', '')}`;
    const isPost = call === 'POST /events';
    const isLook = call === 'GET /events' && search.includes('limit=100');
    const departure = isPost ? depart(world, sender(), init) : null;
    if (isPost) checkDeparture(world, sender(), departure as Departure);

    const arrive = () => {
      if (departure && !world.networkAway) world.wireLog.arrive(departure.idempotencyKey);
      const bent = world.sabotage.bend?.(world, init) ?? init;
      return answerOf(world, world.networkAway ? url.replace(world.platform.url(), NOWHERE) : url, bent);
    };
    if ((isPost || isLook) && sender().hold === 'leaving') {
      const held = holdAt(world, sender(), departure, () => arrive());
      await passGate(held);
    }
    const response = await arrive().catch((thrown) => {
      if (departure && isRefused(thrown)) settle(world, sender(), departure, 'notConnected');
      throw thrown;
    });
    if ((isPost || isLook) && sender().hold === 'answered') await passGate(holdAt(world, sender(), departure, null));
    if (departure) settle(world, sender(), departure, response);
    if (isLook && response.status === 200) world.wireLog.looked();
    return response;
  };
}

function depart(world: World, sender: Sender, init: RequestInit): Departure {
  const headers = init.headers as Record<string, string>;
  const departure: Departure = {
    seq: world.wireLog.next(),
    sender: sender.name,
    apiKey: headers.authorization ?? '',
    idempotencyKey: headers['idempotency-key'] ?? '',
    bytes: hash('sha256', init.body as Uint8Array),
    hereMs: world.clocks.here.now(),
    trueMs: world.clocks.platform.now(),
  };
  return departure;
}

/** What the answer says to whoever watches. One that lost its claim meanwhile settles nothing. */
function settle(world: World, sender: Sender, departure: Departure, answer: Response | 'notConnected'): void {
  const holder = operationByKey(world.db, departure.idempotencyKey)?.lease_owner;
  if (holder === sender.name) world.wireLog.settled(departure, answer === 'notConnected' ? answer : answer.status);
  if (answer === 'notConnected') return;
  const seconds = answer.headers.get('retry-after');
  if ((answer.status === 429 || answer.status === 503) && /^\d+$/.test(seconds ?? '')) {
    sender.toldToWaitMs = Math.max(sender.toldToWaitMs ?? 0, Number(seconds) * 1_000);
  }
}

/** Waits until somebody lets the request go on, or cuts it off. */
async function passGate(held: Held): Promise<void> {
  const word = await held.word;
  if (word === 'cut' || isOver(held) || (held.point === 'leaving' && held.arrive === null)) throw cutOff();
}

function cutOff(): Error {
  return new TypeError('fetch failed', {
    cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' }),
  });
}

function isRefused(thrown: unknown): boolean {
  return (thrown as { cause?: { code?: unknown } }).cause?.code === 'ECONNREFUSED';
}

/** The whole answer. Where the platform hangs, the patience of the client is over as soon as the work is done. */
async function answerOf(world: World, url: string, init: RequestInit): Promise<Response> {
  const impatience = new AbortController();
  const signal = init.signal ? AbortSignal.any([init.signal, impatience.signal]) : impatience.signal;
  const answer = fetch(url, { ...init, signal }).then(async (response) => {
    const body = await response.arrayBuffer();
    return new Response(body, { status: response.status, headers: response.headers });
  });
  let over = false;
  const done = () => {
    over = true;
  };
  answer.then(done, done);
  if (world.planned('hang')) await untilHanging(world, () => over).then((hanging) => hanging && impatience.abort());
  return answer;
}

/** Enough turns of the event loop for a request to cross this computer and be worked on. */
const TURNS = 60;

async function untilHanging(world: World, isAnswered: () => boolean): Promise<boolean> {
  for (let turns = 0; turns < TURNS; turns += world.planned('hang') ? 0 : 1) {
    await new Promise(setImmediate);
    if (isAnswered() || !world.platform.isUp()) return false;
  }
  return true;
}
