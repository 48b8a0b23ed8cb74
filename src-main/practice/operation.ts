import type { z } from 'zod';
import type { Caller, Scope } from './keys.ts';
import { validate } from './validate.ts';
import type { World } from './world.ts';

/** What an operation answers. A string body is sent as it is, anything else as JSON. */
export type Answer = { status: number; body: unknown; headers?: Record<string, string> };

/** Who may call: anyone, any valid API key, or a key with the scope. */
export type Access = 'public' | 'anyKey' | Scope;

/** What a running operation knows about its request. `caller` is null on public routes only. */
export type Call<Q, P, B> = {
  query: Q;
  params: P;
  body: B;
  rawBody: unknown;
  caller: Caller | null;
  idempotencyKey: string | undefined;
  world: World;
};

/** One route, described once: the server validates with it and the OpenAPI document is written from it. */
export type OperationSpec<Q, P, B> = {
  id: string;
  method: 'GET' | 'POST' | 'PATCH';
  /** Full path with OpenAPI placeholders: `/api/public/v1/events/{id}`. */
  path: string;
  summary: string;
  /** The page of the API docs that describes it, or null when none does. */
  source: string | null;
  /** What is a guess about this route. The OpenAPI document says so too. */
  assumed?: string;
  access: Access;
  query?: z.ZodObject & z.ZodType<Q>;
  params?: z.ZodObject & z.ZodType<P>;
  body?: z.ZodType<B>;
  bodyType?: 'application/json' | 'multipart/form-data';
  /** Whether `Idempotency-Key` is honoured. */
  idempotent?: boolean;
  /** Since when it is on its way out, and until when it works, in ms since 1970. Assumed: no page names a route. */
  deprecated?: { sinceMs: number; sunsetMs: number };
  /** Whether 403 `forbidden` and 404 `not_found` are possible answers. */
  refuses?: ('forbidden' | 'not_found')[];
  success: { status: number; contentType: string; schema: z.ZodType };
  handle(call: Call<Q, P, B>): Answer;
};

/** The parts of a request that a schema looks at. */
export type RawInput = { query: unknown; params: unknown; body: unknown };

type Context = Pick<Call<never, never, never>, 'caller' | 'idempotencyKey' | 'world'>;

/** An operation whose types have been checked, ready to be served. */
export type Operation = Omit<OperationSpec<unknown, unknown, unknown>, 'handle' | 'query' | 'params' | 'body'> & {
  query?: z.ZodObject;
  params?: z.ZodObject;
  body?: z.ZodType;
  /** Validates, and returns the work still to do. @throws ApiError 400 that names the first bad field. */
  prepare(input: RawInput, context: Context): () => Answer;
};

/** Ties a handler to the schemas that its input has passed. */
export function defineOperation<Q = undefined, P = undefined, B = undefined>(spec: OperationSpec<Q, P, B>): Operation {
  const { handle, ...rest } = spec;
  return {
    ...rest,
    prepare(input, context) {
      const query = (spec.query && validate(spec.query, input.query)) as Q;
      const params = (spec.params && validate(spec.params, input.params)) as P;
      const body = (spec.body && validate(spec.body, input.body)) as B;
      return () => handle({ query, params, body, rawBody: input.body, ...context });
    },
  };
}

/** `POST /events`: how the log, the faults and the docs name a route. Paths outside the API keep their full form. */
export function routeName({ method, path }: Pick<Operation, 'method' | 'path'>): string {
  return `${method} ${path.replace(/^\/api\/public\/v1/, '')}`;
}
