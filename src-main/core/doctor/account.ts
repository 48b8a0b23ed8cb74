import { z } from 'zod';
import type { Channel } from '#shared/contract/views.ts';
import { OrganizerError } from '#shared/errors.ts';
import type { ApiClient } from '../api/client.ts';
import { refusal } from '../api/reading.ts';
import { fetchChannels } from '../catalog/catalog.ts';
import { all, type Db } from '../db/database.ts';
import { bad, count, type Found, ok, warn } from './finding.ts';

/** What the key could do when it was tried: harmless reads only. */
export type KeyTrial = { found: Found; refused: boolean; channels: Channel[] | null };

const NEW_KEY = 'Create a key in your Pinned Events account with channels:read and events:create, and add it here.';

const UNLOCK = 'Unlock the keychain of this computer, or set PINNED_EVENTS_API_KEY for unattended jobs.';

/** Authentication: is there a key, does the platform take it, and what did its answers prove? */
export async function tryKey(api: ApiClient, readKey: () => Promise<string | null>): Promise<KeyTrial> {
  const failed = (found: Found, refused = true): KeyTrial => ({ found, refused, channels: null });
  let key: string | null;
  try {
    key = await readKey();
  } catch (thrown) {
    if (!(thrown instanceof OrganizerError)) throw thrown;
    const todo = thrown.code === 'keychain_unavailable' ? UNLOCK : 'Mend that first, then check again.';
    return failed(bad(thrown.message, todo), false);
  }
  if (key === null) return failed(bad('There is no API key yet.', NEW_KEY));
  const channels = await fetchChannels({ api, key }).catch(expected);
  if (channels instanceof OrganizerError && channels.code !== 'scope_missing') {
    const isKey = channels.code === 'key_refused';
    return failed(
      bad(channels.message, isKey ? NEW_KEY : 'Check again in a minute. Nothing is lost meanwhile.'),
      isKey,
    );
  }
  const events = await api.send({ method: 'GET', path: '/events?page=1&limit=1', key });
  const reads = events.kind === 'answer' && events.status === 200;
  const listed = Array.isArray(channels) ? channels : null;
  const proven = [...(listed ? ['channels:read'] : []), ...(reads ? ['events:read'] : [])].join(' and ') || 'no scope';
  const whether = 'Whether it may create events shows when the first one is sent: no page documents a way to ask.';
  const taken = `The key is taken; its answers proved ${proven}. ${whether}`;
  if (listed === null)
    return {
      found: warn(taken, 'Add channels:read, or type the channel ids yourself.'),
      refused: false,
      channels: null,
    };
  if (!reads) {
    const why = refusal(events).message;
    return {
      found: warn(
        `${taken} ${why}`,
        'With events:read the app can look by itself whether an event arrived. It works without.',
      ),
      refused: false,
      channels: listed,
    };
  }
  return { found: ok(taken), refused: false, channels: listed };
}

function expected(thrown: unknown): OrganizerError {
  if (thrown instanceof OrganizerError) return thrown;
  throw thrown;
}

const HoldRow = z.object({ channel_id: z.number(), message: z.string() });
const UsedRow = z.object({ channel_id: z.number(), n: z.number() });

/** Forbidden channel: what is held, and what drafts name that the key's owner does not have. */
export function judgeChannels(db: Db, channels: Channel[]): Found {
  const holds = all(db, 'SELECT channel_id, message FROM channel_holds').map((row) => HoldRow.parse(row));
  const name = (id: number) => channels.find((channel) => channel.id === id)?.name ?? `channel ${id}`;
  const [held] = holds;
  if (held !== undefined)
    return bad(
      `${holds.map(({ channel_id }) => name(channel_id)).join(', ')}: ${held.message}`,
      'Move these drafts to a channel of yours, or use a key of the channel’s owner. Then try them again in the outbox.',
    );
  const known = new Set(channels.map(({ id }) => id));
  const strange = all(
    db,
    `SELECT CAST(fields ->> '$.channelId' AS INTEGER) AS channel_id, count(*) AS n FROM drafts
     WHERE deleted_at IS NULL AND fields ->> '$.channelId' IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM operations o WHERE o.id = drafts.operation_id AND o.state = 'delivered')
     GROUP BY 1`,
  )
    .map((row) => UsedRow.parse(row))
    .filter(({ channel_id }) => !known.has(channel_id));
  if (channels.length === 0)
    return bad(
      'The owner of this key has no channel.',
      'Create a channel on Pinned Events: every event is published into one.',
    );
  if (strange.length > 0) {
    const which = strange.map(({ channel_id, n }) => `${channel_id} (${count(n, 'draft')})`).join(', ');
    return warn(
      `Drafts name channels that this key’s owner does not list: ${which}.`,
      'Choose another channel for them, or use the key of the owner.',
    );
  }
  return ok(
    `${count(channels.length, 'channel')}: ${channels
      .map((one) => one.name)
      .slice(0, 10)
      .join(', ')}.`,
  );
}
