import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ContractNameSchema } from '../contracts.ts';
import { ApiError } from '../errors.ts';
import { FaultKindSchema, RandomFaultSchema, ScriptedFaultSchema } from '../faults.ts';
import { ScopeSchema } from '../keys.ts';
import { RateLimitSchema } from '../rate-limit.ts';
import { toReport } from '../report.ts';
import { validate } from '../validate.ts';
import type { World } from '../world.ts';

/** Body of `PUT /practice/faults`. It replaces all plans, so `{}` clears them. */
export const FaultsBody = z.strictObject({
  scripted: z.array(z.strictObject(ScriptedFaultSchema.shape)).default([]),
  random: z.array(z.strictObject(RandomFaultSchema.shape)).default([]),
  /** Makes chance repeatable from here on. */
  seed: z.number().optional(),
});

/** Body of `PUT /practice/key`: changes the first key, so a test can play lost scopes, a revoked key and its return. */
export const KeyBody = z.strictObject({ scopes: z.array(ScopeSchema).optional(), revoked: z.boolean().optional() });

/** Body of `PUT /practice/rate-limit`. */
export const RateLimitBody = z.strictObject(RateLimitSchema.shape).nullable();

/** Body of `PUT /practice/contract`. */
export const ContractBody = z.strictObject({ contract: ContractNameSchema });

/**
 * The remote control for tests that run the server in another process. Not a part of the imitated API: it is in no
 * log, no rate limit and no fault ever meets it. The first API key guards it, also after it was revoked.
 */
export function serveControl(app: FastifyInstance, world: World): void {
  void app.register(
    async (control) => {
      control.addHook('onRequest', async (request) => {
        if (request.headers.authorization === `Bearer ${world.controlKey}`) return;
        throw new ApiError('invalid_api_key', 'The practice controls need the key that the server was started with.');
      });
      control.get('/report', async () => toReport(world.store.all(), world.log));
      control.get('/faults', async () => ({ kinds: FaultKindSchema.options, ...world.faults.planned() }));
      control.put('/faults', async (request) => {
        const { scripted, random, seed } = validate(FaultsBody, request.body);
        world.faults.replace(scripted, random);
        if (seed !== undefined) world.faults.seed(seed);
        return world.faults.planned();
      });
      control.put('/rate-limit', async (request) => {
        const rateLimit = validate(RateLimitBody, request.body);
        world.limiter.set(rateLimit);
        return { rateLimit };
      });
      control.put('/contract', async (request) => {
        const { contract } = validate(ContractBody, request.body);
        world.contract = contract;
        return { contract };
      });
      control.put('/key', async (request) => {
        const { scopes, revoked } = validate(KeyBody, request.body);
        if (scopes) world.keys.setScopes(world.controlKey, scopes);
        if (revoked !== undefined) world.keys.setRevoked(world.controlKey, revoked);
        return { scopes, revoked };
      });
    },
    { prefix: '/practice' },
  );
}
