import { createHmac } from 'node:crypto';

/**
 * A mark that tells the API keys of one workspace apart, for the database: eight hex digits of an HMAC-SHA-256
 * (RFC 2104) with the workspace's id. Thirty-two bits say whether two keys differ and nothing about either.
 */
export function keyMark(workspaceId: string, key: string): string {
  return createHmac('sha256', workspaceId).update(key).digest('hex').slice(0, 8);
}
