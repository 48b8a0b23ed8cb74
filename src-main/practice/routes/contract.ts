import { createHash } from 'node:crypto';
import { z } from 'zod';
import { openApiYaml } from '../openapi.ts';
import { defineOperation, type Operation } from '../operation.ts';

/** `GET /api/developer/openapi/public-api-v1` (documented, page versioning-and-openapi): public, YAML. */
export function contractOperation(operations: readonly Operation[]): Operation {
  const contract: Operation = defineOperation({
    id: 'openApiDocument',
    method: 'GET',
    path: '/api/developer/openapi/public-api-v1',
    summary: 'This document',
    source: 'versioning-and-openapi',
    access: 'public',
    success: { status: 200, contentType: 'application/yaml', schema: z.string() },
    assumed: 'The entity tag, by which a client asks again without reading again.',
    handle: ({ world }) => {
      const body = openApiYaml([...operations, contract], world.baseUrl());
      const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
      return { status: 200, body, headers: { 'content-type': 'application/yaml; charset=utf-8', etag } };
    },
  });
  return contract;
}
