import type { KeyCheck } from '#shared/contract/views.ts';
import { OrganizerError } from '#shared/errors.ts';
import type { ApiClient } from '../api/client.ts';
import { refusal } from '../api/reading.ts';
import { fetchChannels } from '../catalog/catalog.ts';

/** Longest text that can be a key; more is surely something else from the clipboard. */
const LONGEST_KEY = 2_000;

/**
 * A pasted or piped key without the white space around it. Its format is not documented, so only what no HTTP header
 * could carry is refused. @throws OrganizerError `usage`.
 */
export function cleanKey(text: string): string {
  const key = text.trim();
  if (key === '')
    throw new OrganizerError(
      'usage',
      'The key is empty. Copy it from Pinned Events again, where it is shown once when it is created.',
    );
  if (key.length > LONGEST_KEY || !/^[\x21-\x7e]+$/.test(key)) {
    throw new OrganizerError(
      'usage',
      'This does not look like an API key: it has spaces, line breaks or letters that a key cannot have. Copy the key alone.',
    );
  }
  return key;
}

/**
 * What a key can do, found out by harmless reads: no page documents a way to ask for its scopes, and whether it may
 * create events only shows when one is created. Scopes listed are proven by an answer.
 * @throws OrganizerError `key_refused`, `offline` or `platform_error`.
 */
export async function checkKey(api: ApiClient, key: string): Promise<KeyCheck> {
  const scopes: string[] = [];
  let channels: KeyCheck['channels'] = [];
  try {
    channels = await fetchChannels({ api, key });
    scopes.push('channels:read');
  } catch (thrown) {
    if (!(thrown instanceof OrganizerError) || thrown.code !== 'scope_missing') throw thrown;
  }
  const events = await api.send({ method: 'GET', path: '/events?page=1&limit=1', key });
  if (events.kind === 'answer' && events.status === 200) scopes.push('events:read');
  else {
    const error = refusal(events);
    if (error.code !== 'scope_missing' && error.code !== 'platform_error') throw error;
  }
  return { ok: true, scopes, channels };
}
