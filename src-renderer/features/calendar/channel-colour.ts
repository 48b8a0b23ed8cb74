import { useCatalog } from '../../stores/catalog.ts';

const COLOURS = 8;

/**
 * The colour of a channel, 1 to 8 (see `--channel-1` and on in tokens.css), 0 for none. By the order of the platform's
 * ids: a channel keeps its colour while the list only grows at its end.
 */
export function useChannelColour(): (channelId: number | null) => number {
  const { channels } = useCatalog();
  const ids = channels.map(({ id }) => id).sort((a, b) => a - b);
  return (channelId) => {
    if (channelId === null) return 0;
    const place = ids.indexOf(channelId);
    return ((place === -1 ? channelId : place) % COLOURS) + 1;
  };
}
