import { type Command, Option } from 'commander';
import { type ExportFormat, exportText } from '#core/exports/write-export.ts';
import { saveText } from '#core/exports/write-file.ts';
import { OrganizerError } from '#shared/errors.ts';
import { withOrganizer } from '../context.ts';
import { allDrafts } from './drafts.ts';

/** `export`: read the drafts out, to a file or to standard output. */
export function addExportCommand(program: Command): void {
  program
    .command('export')
    .description('write the drafts as CSV, iCalendar or JSON')
    .addOption(new Option('--format <format>', 'what to write').choices(['csv', 'ics', 'json']).makeOptionMandatory())
    .argument('[file]', 'where to write; default: standard output')
    .action(async (file: string | undefined, options: { format: ExportFormat }, command: Command) => {
      await withOrganizer(command, async ({ organizer, output }) => {
        const drafts = [...allDrafts(organizer, '', Number.POSITIVE_INFINITY)];
        const { text, skipped } = exportText(options.format, drafts, Date.now());
        if (skipped > 0)
          output.note(`${skipped} drafts without a start are left out: a calendar has no place for them.`);
        if (file !== undefined) {
          await saveText(file, text);
          return output.result(
            { file, events: drafts.length - skipped },
            () => `${drafts.length - skipped} events written to ${file}.`,
          );
        }
        if (command.optsWithGlobals<{ json?: boolean }>().json && options.format !== 'json') {
          throw new OrganizerError(
            'usage',
            '--json prints a JSON document: give a file for CSV or iCalendar, or leave --json out.',
          );
        }
        process.stdout.write(text);
      });
    });
}
