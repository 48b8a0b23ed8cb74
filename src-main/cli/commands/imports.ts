import type { Command } from 'commander';
import type { ImportView } from '#shared/contract/import-views.ts';
import { withOrganizer } from '../context.ts';

/** `imports`, `imports undo ID`, `imports original ID FILE`: what was imported, and the way back. */
export function addImportsCommand(program: Command): void {
  const imports = program
    .command('imports')
    .description('what was imported, newest first')
    .action((_options, command: Command) =>
      withOrganizer(command, async ({ organizer, output }) => {
        const list = organizer.imports.list();
        output.result(list.map(toDocument), () => list.map(toLine).join('\n') || 'Nothing was imported yet.');
      }),
    );

  imports
    .command('undo <id>')
    .description('take a whole import back; what was queued, published or edited since stays and is listed')
    .action((id: string, _options, command: Command) =>
      withOrganizer(command, async ({ organizer, output }) => {
        const { removed, kept, stayed } = organizer.imports.undo(id);
        output.result({ removed, kept, stayed }, () =>
          [
            `${removed} drafts taken back, ${kept} stay.`,
            ...stayed.map(({ title, startLocal, why }) => `  ${startLocal ?? 'no date'}\t${title}\t${why}`),
          ].join('\n'),
        );
      }),
    );

  imports
    .command('original <id> <file>')
    .description('write the file of an import as it was')
    .action((id: string, file: string, _options, command: Command) =>
      withOrganizer(command, async ({ organizer, output }) => {
        await organizer.imports.saveOriginal(id, file);
        output.result({ file }, () => `Written to ${file}.`);
      }),
    );
}

function toDocument({ id, fileName, importedAt, counts, undone, originalSize }: ImportView) {
  return { id, fileName, importedAt: new Date(importedAt).toISOString(), counts, undone, originalSize };
}

function toLine({ id, fileName, importedAt, counts, undone }: ImportView): string {
  const when = new Date(importedAt).toISOString().slice(0, 16).replace('T', ' ');
  return [id, when, fileName, `${counts.new} new, ${counts.changed} changed`, undone ? 'undone' : '']
    .join('\t')
    .trimEnd();
}
