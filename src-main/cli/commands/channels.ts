import type { Command } from 'commander';
import { withOrganizer } from '../context.ts';

/** `channels`: what is cached, so that it answers offline; asked for once when nothing is cached yet. */
export function addChannelsCommand(program: Command): void {
  program
    .command('channels')
    .description('list the channels that the key may publish to')
    .option('--refresh', 'ask Pinned Events instead of the cache')
    .action(async (options: { refresh?: boolean }, command: Command) => {
      await withOrganizer(command, async ({ organizer, output }) => {
        const cached = organizer.catalog();
        const catalog = options.refresh || cached.channels.length === 0 ? await organizer.refreshCatalog() : cached;
        const channels = catalog.channels.map(({ id, name, slug }) => ({ id, name, slug }));
        output.result(
          channels,
          () =>
            channels.map((channel) => `${channel.id}\t${channel.name}\t${channel.slug}`).join('\n') ||
            'The key has no channels yet.',
        );
      });
    });
}
