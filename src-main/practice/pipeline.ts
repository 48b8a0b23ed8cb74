import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { authenticate, requireScope } from './auth.ts';
import { payloadHash } from './canonical.ts';
import { operationsOf } from './contracts.ts';
import { ConnectionGone, disturbAnswer, disturbArrival, disturbWork } from './disturbance.ts';
import { ApiError, toApiError, toErrorBody } from './errors.ts';
import type { Fault } from './faults.ts';
import { namespaceOf, readIdempotencyKey, WorkerLost } from './idempotency.ts';
import type { Caller } from './keys.ts';
import { type Answer, type Operation, routeName } from './operation.ts';
import type { RequestLogEntry } from './report.ts';
import type { World } from './world.ts';

/** What has been found out about a request so far. */
type Progress = {
  logged: RequestLogEntry;
  fault?: Fault | undefined;
  caller: Caller | null;
  /** Headers which every answer carries: the rate limit, the end of the route. */
  headers: Record<string, string>;
};

/**
 * Serves the routes of all contracts, each as the present contract describes it: log, faults, key, rate limit, scope, validation, idempotency,
 * work, answer.
 */
export function servePipeline(app: FastifyInstance, world: World, routes: readonly Operation[]): void {
  const requests = new WeakMap<FastifyRequest, Progress>();

  // Everything below /api is logged, also what no route takes and what fails before its route is reached.
  app.addHook('onRequest', async (request, reply) => {
    // The server's own clock, as its other times: a date of `Retry-After` is measured against it (RFC 9110 §6.6.1).
    reply.header('date', new Date(world.clock.now()).toUTCString());
    if (!request.url.startsWith('/api/')) return;
    requests.set(request, { logged: world.log.add(toLogEntry(request, world.clock.now())), caller: null, headers: {} });
  });

  app.setErrorHandler(async (thrown, request, reply) => {
    await answerWith(reply, request, () => Promise.reject(thrown));
  });

  for (const route of routes) {
    app.route({
      method: route.method,
      url: route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      onRequest: async (request, reply) => admit(offeredNow(route, request), request, reply),
      handler: async (request, reply) => {
        await answerWith(reply, request, () => perform(offeredNow(route, request), request, reply));
      },
    });
  }

  /** The operation of the present contract at a route. @throws ApiError 404 when it offers none. */
  function offeredNow({ method, path }: Operation, request: FastifyRequest): Operation {
    const found = operationsOf(world.contract).find((one) => one.method === method && one.path === path);
    if (found === undefined) throw noSuchRoute(request);
    return found;
  }

  /** Before the body is read: may this request come in at all? */
  async function admit(operation: Operation, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const progress = progressOf(request);
    const now = world.clock.now();
    progress.headers = endOf(operation);
    progress.fault = world.faults.take(routeName(operation));
    if (progress.fault) progress.logged.fault = progress.fault.kind;
    const intercepted = disturbArrival(progress.fault, reply, now);
    if (intercepted) return send(reply, request, intercepted);
    if (operation.access === 'public') return;
    progress.caller = authenticate(request.headers, world.keys, now);
    Object.assign(progress.headers, world.limiter.take(progress.caller.keyId));
    if (operation.access !== 'anyKey') requireScope(progress.caller, operation.access);
  }

  /** After the body is read: validate, then do the work once per idempotency key. */
  async function perform(operation: Operation, request: FastifyRequest, reply: FastifyReply): Promise<Answer> {
    const { caller, fault, logged } = progressOf(request);
    const key = operation.idempotent ? readIdempotencyKey(request.headers['idempotency-key']) : undefined;
    const commit = operation.prepare(request, { caller, idempotencyKey: key, world });
    const work = async () => {
      await disturbWork(fault, reply, world);
      return commit();
    };
    // A request without a key simply creates (page idempotency).
    if (key === undefined || !caller) return work();
    const claim = { namespace: namespaceOf(caller, world.sharedBy), key, payloadHash: payloadHash(request.body) };
    const { answer, replayed } = await world.idempotency.run(claim, work);
    if (replayed) logged.replayed = true;
    return answer;
  }

  /** Runs the rest of a request and sends its answer, or its error, unless a fault took the connection. */
  async function answerWith(reply: FastifyReply, request: FastifyRequest, run: () => Promise<Answer>): Promise<void> {
    const fault = requests.get(request)?.fault;
    try {
      const answer = await run().catch((thrown) => toErrorAnswer(thrown, request.id));
      const final = await disturbAnswer(fault, reply, answer).catch((thrown) => toErrorAnswer(thrown, request.id));
      await send(reply, request, isKnown(request, final) ? { ...final, status: 304, body: '' } : final);
    } catch (thrown) {
      if (!(thrown instanceof ConnectionGone || thrown instanceof WorkerLost)) throw thrown;
    }
  }

  async function send(reply: FastifyReply, request: FastifyRequest, answer: Answer): Promise<void> {
    const progress = requests.get(request);
    if (progress) progress.logged.status = answer.status;
    await reply
      .code(answer.status)
      .headers({ ...progress?.headers, ...answer.headers })
      .send(answer.body);
  }

  function toErrorAnswer(thrown: unknown, requestId: string): Answer {
    if (thrown instanceof ConnectionGone || thrown instanceof WorkerLost) throw thrown;
    const error = toApiError(thrown);
    if (error.code === 'internal_error' && error !== thrown) world.onDefect(thrown);
    return { status: error.status, body: toErrorBody(error, requestId), headers: error.headers };
  }

  function progressOf(request: FastifyRequest): Progress {
    const progress = requests.get(request);
    if (!progress) throw new Error('The request was not logged.');
    return progress;
  }
}

/** True when the client has just what would be answered (RFC 9110 §13.1.2; one tag, as this server gives it). */
function isKnown(request: FastifyRequest, { status, headers }: Answer): boolean {
  const etag = headers?.etag;
  return status === 200 && etag !== undefined && request.headers['if-none-match'] === etag;
}

/** What answers say of the end of their route (RFC 9745, RFC 8594). */
function endOf({ deprecated }: Operation): Record<string, string> {
  if (deprecated === undefined) return {};
  return {
    deprecation: `@${Math.floor(deprecated.sinceMs / 1_000)}`,
    sunset: new Date(deprecated.sunsetMs).toUTCString(),
  };
}

/** The answer where nothing is. */
export function noSuchRoute(request: FastifyRequest): ApiError {
  return new ApiError('not_found', `There is no ${request.method} ${request.url.split('?', 1)[0]}.`);
}

function toLogEntry(request: FastifyRequest, at: number): RequestLogEntry {
  const key = request.headers['idempotency-key'];
  return {
    method: request.method,
    path: request.url.split('?', 1)[0] ?? request.url,
    status: 0,
    ...(key !== undefined && { idempotencyKey: String(key) }),
    at,
  };
}
