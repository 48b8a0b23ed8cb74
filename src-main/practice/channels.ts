import { ApiError } from './errors.ts';
import { organizer } from './keys.ts';
import { sampleChannels, someoneElsesChannel } from './samples.ts';
import type { Channel } from './schemas.ts';

/** Who owns which channel. */
export type ChannelDirectory = {
  ownedBy(owner: string): Channel[];
  byId(id: number): Channel | undefined;
  owns(owner: string, channelId: number): boolean;
  /** @throws ApiError 404 `not_found` for an unknown channel, 403 `forbidden` for somebody else's. */
  requireAccess(owner: string, channelId: number): void;
};

/** The organizer's channels, and one of somebody else. */
export function createChannelDirectory(channels: readonly Channel[] = sampleChannels): ChannelDirectory {
  const entries = new Map(channels.map((channel) => [channel.id, { channel, owner: organizer }]));
  if (!entries.has(someoneElsesChannel.id)) {
    entries.set(someoneElsesChannel.id, { channel: someoneElsesChannel, owner: 'someone-else' });
  }

  return {
    ownedBy: (owner) => [...entries.values()].filter((entry) => entry.owner === owner).map((entry) => entry.channel),
    byId: (id) => entries.get(id)?.channel,
    owns: (owner, channelId) => entries.get(channelId)?.owner === owner,
    requireAccess(owner, channelId) {
      const entry = entries.get(channelId);
      // Assumed: 404 when the channel does not exist. The page errors allows 403 as well.
      if (!entry) throw new ApiError('not_found', `There is no channel ${channelId}.`);
      if (entry.owner !== owner) throw new ApiError('forbidden', 'This API key has no access to the channel.');
    },
  };
}
