import type { Command } from 'commander';
import { withOrganizer } from '../context.ts';

/** `presets`, `presets export ID FILE`, `presets remove ID`: what was chosen in the app for files of one kind. */
export function addPresetsCommand(program: Command): void {
  const presets = program
    .command('presets')
    .description('what was chosen for files by their header, the one used last first')
    .action((_options, command: Command) =>
      withOrganizer(command, async ({ organizer, output }) => {
        const list = organizer.imports.presets.list();
        output.result(
          list,
          () =>
            list.map(({ id, name, headers }) => [id, name, headers.join(', ')].join('\t')).join('\n') ||
            'No presets yet: they are made in the app, when you choose what a column means.',
        );
      }),
    );

  presets
    .command('export <id> <file>')
    .description('write one as JSON, for “organizer import --mapping”')
    .action((id: string, file: string, _options, command: Command) =>
      withOrganizer(command, async ({ organizer, output }) => {
        await organizer.imports.presets.save(id, file);
        output.result({ file }, () => `Written to ${file}.`);
      }),
    );

  presets
    .command('remove <id>')
    .description('forget one: such files are read by what is recognised again')
    .action((id: string, _options, command: Command) =>
      withOrganizer(command, async ({ organizer, output }) => {
        organizer.imports.presets.remove(id);
        output.result({ removed: 1 }, () => 'Removed.');
      }),
    );
}
