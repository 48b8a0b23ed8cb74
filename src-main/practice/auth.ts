import type { IncomingHttpHeaders } from 'node:http';
import { ApiError, invalidRequest } from './errors.ts';
import type { Caller, KeyRing, Scope } from './keys.ts';

/**
 * Recognises the API key of a request (page authentication): `Authorization: Bearer <key>`, or `x-api-key`.
 * @throws ApiError 401 `invalid_api_key` when it is missing, malformed, unknown, revoked or expired.
 */
export function authenticate(headers: IncomingHttpHeaders, keys: KeyRing, now: number): Caller {
  const { authorization } = headers;
  const apiKey = headers['x-api-key'];
  // Assumed: both headers at once are refused with 400. The page only says to send exactly one.
  if (authorization !== undefined && apiKey !== undefined) {
    throw invalidRequest('x-api-key', 'Send either Authorization or x-api-key, not both.');
  }
  // Assumed: every route accepts x-api-key. The page says "where supported" and names no route.
  const secret = typeof apiKey === 'string' ? apiKey.trim() : bearer(authorization);
  const caller = secret === undefined || secret === '' ? undefined : keys.find(secret, now);
  if (!caller) throw new ApiError('invalid_api_key', 'The API key is missing, malformed, revoked or expired.');
  return caller;
}

/**
 * Checks one scope. It runs before any look at a channel, so a key without the scope learns nothing about channels.
 * @throws ApiError 403 `insufficient_scope`.
 */
export function requireScope(caller: Caller, scope: Scope): void {
  if (caller.scopes.includes(scope)) return;
  throw new ApiError('insufficient_scope', `This API key lacks the scope ${scope}.`);
}

function bearer(authorization: string | undefined): string | undefined {
  return /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
}
