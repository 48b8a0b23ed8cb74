import { stringify } from 'yaml';
import { z } from 'zod';
import { type ApiErrorCode, statusOf } from './errors.ts';
import { maxKeyLength } from './idempotency.ts';
import type { Operation } from './operation.ts';

type Json = Record<string, unknown>;

/** The shape of every error (documented, page errors): requestId and details may be missing. */
const ErrorEnvelope = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    requestId: z.string().optional(),
    details: z.object({ field: z.string(), issue: z.string() }).optional(),
  }),
});

/** The OpenAPI 3.1 document of the routes given, as YAML, written from the schemas that the server validates with. */
export function openApiYaml(operations: readonly Operation[], baseUrl: string): string {
  // Without anchors: some YAML readers for OpenAPI refuse them.
  return stringify(openApiDocument(operations, baseUrl), { aliasDuplicateObjects: false });
}

export function openApiDocument(operations: readonly Operation[], baseUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: describe(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Practice stand-in for the Pinned Events public API',
      version: 'v1',
      description: 'Imitates the documented behaviour. What is marked x-assumed is a guess, not a fact about Pinned.',
    },
    servers: [{ url: baseUrl }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        apiKey: { type: 'apiKey', in: 'header', name: 'x-api-key' },
      },
      schemas: componentsOf(operations),
    },
  };
}

function describe(operation: Operation): Json {
  const { access, source, assumed, success } = operation;
  return {
    operationId: operation.id,
    summary: operation.summary,
    ...(operation.deprecated && { deprecated: true }),
    ...(source !== null && { 'x-source': source }),
    ...(assumed !== undefined && { 'x-assumed': assumed }),
    ...(access !== 'public' && access !== 'anyKey' && { 'x-required-scope': access }),
    security: access === 'public' ? [] : [{ bearer: [] }, { apiKey: [] }],
    ...parametersOf(operation),
    ...(operation.body && {
      requestBody: {
        required: true,
        content: { [operation.bodyType ?? 'application/json']: { schema: reference(bodyName(operation.id)) } },
      },
    }),
    responses: {
      [success.status]: {
        description: 'Success',
        content: { [success.contentType]: { schema: reference(answerName(operation.id)) } },
      },
      ...errorsOf(operation),
    },
  };
}

function parametersOf(operation: Operation): Json {
  const parameters = [
    ...shapeOf(operation.params).map(([name, schema]) => ({ name, in: 'path', required: true, schema })),
    ...shapeOf(operation.query).map(([name, schema]) => ({ name, in: 'query', required: false, schema })),
  ];
  const header = { name: 'Idempotency-Key', in: 'header', required: false };
  const all = operation.idempotent
    ? [...parameters, { ...header, schema: { type: 'string', maxLength: maxKeyLength } }]
    : parameters;
  return all.length === 0 ? {} : { parameters: all };
}

function shapeOf(schema: z.ZodObject | undefined): [string, Json][] {
  return schema ? Object.entries(schema.shape).map(([name, part]) => [name, jsonSchema(part as z.ZodType)]) : [];
}

/** The errors that this operation can answer, one entry per status. */
function errorsOf({ access, body, query, idempotent, refuses = [] }: Operation): Json {
  const codes: ApiErrorCode[] = [
    ...(body || query ? (['invalid_request'] as const) : []),
    ...(access === 'public' ? [] : (['invalid_api_key', 'rate_limited'] as const)),
    ...(access === 'public' || access === 'anyKey' ? [] : (['insufficient_scope'] as const)),
    ...refuses,
    ...(idempotent ? (['conflict'] as const) : []),
    'internal_error',
  ];
  const content = { 'application/json': { schema: reference('Error') } };
  return Object.fromEntries(
    [...new Set(codes.map(statusOf))].map((status) => {
      const description = codes.filter((code) => statusOf(code) === status).join(' or ');
      return [status, { description, content }];
    }),
  );
}

/** Bodies and answers by name, so that readers of the document can tell them apart. */
function componentsOf(operations: readonly Operation[]): Json {
  const named = operations.flatMap(({ id, body, success }): [string, Json][] => [
    ...(body ? [[bodyName(id), jsonSchema(body)] as [string, Json]] : []),
    [answerName(id), jsonSchema(success.schema)],
  ]);
  return { Error: jsonSchema(ErrorEnvelope), ...Object.fromEntries(named) };
}

const bodyName = (id: string) => `${id}Body`;
const answerName = (id: string) => `${id}Answer`;
const reference = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

function jsonSchema(schema: z.ZodType): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema }) => plain(jsonSchema),
  });
  return json;
}

/** Leaves out what zod adds and no reader needs: the bounds of safe integers, and a pattern beside a format. */
function plain(json: Json): void {
  if (json.minimum === Number.MIN_SAFE_INTEGER) delete json.minimum;
  if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum;
  if (json.format === 'date-time') delete json.pattern;
}
