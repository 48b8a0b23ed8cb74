import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import fastify, { type FastifyReply } from 'fastify';
import { everyRoute } from './contracts.ts';
import { toApiError, toErrorBody } from './errors.ts';
import { routeName } from './operation.ts';
import type { PracticeOptions, PracticeServer } from './options.ts';
import { noSuchRoute, servePipeline } from './pipeline.ts';
import { effectsByKey, toReport } from './report.ts';
import { serveControl } from './routes/control.ts';
import { serveEventPages } from './routes/event-page.ts';
import { acceptMultipart } from './routes/media.ts';
import { createWorld } from './world.ts';

export { type ContractName, ContractNameSchema, contractNames, operationsOf } from './contracts.ts';
export { type FaultControl, type FaultKind, type RandomFault, type ScriptedFault, seededRandom } from './faults.ts';
export type { AddKeyOptions, Scope } from './keys.ts';
export type { Clock, IdempotencyOptions, PracticeOptions, PracticeServer } from './options.ts';
export type { RateLimitOptions } from './rate-limit.ts';
export { type PracticeReport, PracticeReportSchema, type RequestLogEntry } from './report.ts';
export { sampleChannels, sampleClassifications, someoneElsesChannel } from './samples.ts';
export type { Channel, EventDoc } from './schemas.ts';
export type { PracticeEvent } from './store.ts';

/**
 * Starts a local stand-in for the Pinned Events public API, bound to 127.0.0.1.
 * @throws Error when the port is taken or the journal is damaged.
 */
export async function startPracticeServer(options: PracticeOptions = {}): Promise<PracticeServer> {
  // Hanging and idle connections must not keep a closing server alive, and HEAD is in no documented route.
  const app = fastify({
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    genReqId: () => randomUUID(),
    // A path that cannot be decoded never reaches the error handler of the routes.
    frameworkErrors: (thrown, request, reply: FastifyReply) =>
      void reply.code(400).send(toErrorBody(toApiError(thrown), request.id)),
  });
  const baseUrl = () => `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const routes = everyRoute();
  const world = createWorld(options, routes.map(routeName), baseUrl);

  acceptMultipart(app);
  servePipeline(app, world, routes);
  serveControl(app, world);
  serveEventPages(app, world);
  app.setNotFoundHandler(async (request) => {
    throw noSuchRoute(request);
  });
  await app.listen({ host: '127.0.0.1', port: options.port ?? 0 });

  return {
    url: baseUrl(),
    key: world.controlKey,
    faults: world.faults,
    events: () => world.store.all(),
    effectsByKey: () => effectsByKey(world.store.all()),
    requestsByKey: () => world.log.countsByKey(),
    requests: () => world.log.entries(),
    report: () => toReport(world.store.all(), world.log),
    addKey: (key) => world.keys.add(key),
    revokeKey: (key) => world.keys.setRevoked(key, true),
    setScopes: (key, scopes) => world.keys.setScopes(key, scopes),
    setRateLimit: (rateLimit) => world.limiter.set(rateLimit),
    setContract: (contract) => {
      world.contract = contract;
    },
    async close() {
      world.closing.abort();
      await app.close();
    },
  };
}
