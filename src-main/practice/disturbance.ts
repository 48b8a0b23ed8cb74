import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import { ApiError } from './errors.ts';
import type { Fault } from './faults.ts';
import { WorkerLost } from './idempotency.ts';
import type { Answer } from './operation.ts';
import { rateLimited } from './rate-limit.ts';
import { retryAfterHeader } from './retry-after.ts';
import type { World } from './world.ts';

/** Thrown when a fault took the connection away: there is nobody left to answer. */
export class ConnectionGone extends Error {
  override readonly name = 'ConnectionGone';
}

/**
 * Plays the faults that strike before the server has looked at the request.
 * @returns the answer of whatever stands in front of the API, or undefined when the request goes on.
 * @throws ApiError or ConnectionGone.
 */
export function disturbArrival(fault: Fault | undefined, reply: FastifyReply, now: number): Answer | undefined {
  switch (fault?.kind) {
    case 'resetBeforeCommit':
      return reset(reply);
    case 'errorBeforeCommit':
      throw new ApiError('internal_error', 'Something went wrong on our side.');
    case 'rateLimited':
      throw rateLimited(waitHeaders(fault, now));
    case 'unavailable':
      // Assumed: 503 is not in the errors table, so it comes from a proxy and without the error envelope.
      return html(503, 'Service temporarily unavailable', waitHeaders(fault, now));
    case 'badGatewayBeforeCommit':
      return html(502, 'Bad gateway');
    case 'captivePortal':
      return html(200, 'Sign in to the guest network');
    default:
      return undefined;
  }
}

/** Plays the faults that strike a request in progress, with its idempotency key claimed and nothing committed. */
export async function disturbWork(fault: Fault | undefined, reply: FastifyReply, world: World): Promise<void> {
  const delayMs = world.latencyMs + (fault?.kind === 'slow' ? (fault.delayMs ?? 1000) : 0);
  // A server that is being closed dies like one that is killed: without an answer, and without a commit.
  if (delayMs > 0) await sleep(delayMs, undefined, { signal: world.closing.signal }).catch(() => reset(reply));
  if (fault?.kind === 'hangBeforeCommit') await hang(reply);
  if (fault?.kind === 'stuckInProgress') {
    dropConnection(reply);
    throw new WorkerLost('The fault stuckInProgress was played.');
  }
}

/** Plays the faults that strike after the work was done, so that its answer is lost or spoilt. */
export async function disturbAnswer(fault: Fault | undefined, reply: FastifyReply, answer: Answer): Promise<Answer> {
  switch (fault?.kind) {
    case 'resetAfterCommit':
      return reset(reply);
    case 'errorAfterCommit':
      throw new ApiError('internal_error', 'Something went wrong on our side.');
    case 'badGatewayAfterCommit':
      return html(502, 'Bad gateway');
    case 'truncatedBody':
      return truncate(reply, answer);
    case 'hangAfterCommit':
      return hang(reply);
    default:
      return answer;
  }
}

function waitHeaders({ retryAfter = 'seconds', retryAfterMs = 1000 }: Fault, now: number): Record<string, string> {
  return retryAfterHeader(retryAfter, retryAfterMs, now);
}

function html(status: number, title: string, headers: Record<string, string> = {}): Answer {
  const body = `<!doctype html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`;
  return { status, body, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } };
}

function reset(reply: FastifyReply): never {
  dropConnection(reply);
  throw new ConnectionGone('The connection was reset by a fault.');
}

function dropConnection(reply: FastifyReply): void {
  reply.hijack();
  reply.raw.socket?.resetAndDestroy();
}

async function hang(reply: FastifyReply): Promise<never> {
  reply.hijack();
  if (!reply.raw.destroyed) await once(reply.raw, 'close');
  throw new ConnectionGone('The client gave up, or the server was closed.');
}

/** Announces the whole body, sends the first half, and ends the connection. */
async function truncate(reply: FastifyReply, answer: Answer): Promise<never> {
  const body = Buffer.from(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
  reply.hijack();
  reply.raw.writeHead(answer.status, {
    'content-type': 'application/json; charset=utf-8',
    ...answer.headers,
    'content-length': body.length,
  });
  await new Promise((resolve) => reply.raw.write(body.subarray(0, body.length >> 1), resolve));
  reply.raw.destroy();
  throw new ConnectionGone('The answer was cut off by a fault.');
}
