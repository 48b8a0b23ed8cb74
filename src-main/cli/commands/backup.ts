import type { Command } from 'commander';
import { listBackups } from '#core/backups/list.ts';
import { type Restored, restoreBackup, startAfresh } from '#core/backups/restore.ts';
import type { Backup } from '#shared/contract/recovery-views.ts';
import { OrganizerError } from '#shared/errors.ts';
import { dataDirOf, outputOf, withOrganizer } from '../context.ts';
import type { Output } from '../output.ts';

/** `backup list`, `backup now`, `backup restore [FILE]`, `backup settle`. */
export function addBackupCommands(program: Command): void {
  const backup = program.command('backup').description('copies of the drafts and of what was published; never of keys');

  backup
    .command('list')
    .description('the backups that can be read, newest first; also when the database is damaged')
    .action((_options, command: Command) => {
      const backups = listBackups(dataDirOf(command));
      outputOf(command).result(backups, () => backups.map(toLine).join('\n') || 'There is no backup yet.');
    });

  backup
    .command('now')
    .description('make one now')
    .action((_options, command: Command) =>
      withOrganizer(command, async ({ organizer, output }) => {
        const made = await organizer.backups.now();
        output.result(made, () => toLine(made));
      }),
    );

  backup
    .command('restore [file]')
    .description('put a backup (default: the newest) in the place of the database, which is kept')
    .option('--empty', 'begin with an empty calendar instead')
    .action((file: string | undefined, options: { empty?: boolean }, command: Command) => {
      if (options.empty && file !== undefined)
        throw new OrganizerError('usage', 'Give a backup or --empty, not both. Nothing was changed.');
      const dataDir = dataDirOf(command);
      const restored = options.empty
        ? startAfresh(dataDir, Date.now())
        : restoreBackup(dataDir, file ?? 'newest', Date.now());
      report(restored, outputOf(command));
    });

  backup
    .command('settle')
    .description('after a restore: say that you looked on Pinned Events, and drafts made from now on are new')
    .action((_options, command: Command) =>
      withOrganizer(command, async ({ organizer, output }) => {
        organizer.backups.settleRestore();
        output.result({ ok: true }, () => 'Drafts made from now on are published without a look for earlier ones.');
      }),
    );
}

/** Nothing is asked, so everything that was done is said. */
function report(restored: Restored, output: Output): void {
  const { backup, keptAs, salvaged } = restored;
  output.note(
    backup === null
      ? 'The calendar is empty now.'
      : `The backup of ${new Date(backup.madeAt).toISOString()} is in place: ${backup.drafts} drafts, ${backup.delivered} of them published.`,
  );
  if (keptAs !== null) output.note(`The database before it is kept as ${keptAs}.`);
  if (salvaged.drafts + salvaged.delivered > 0)
    output.note(
      `Of that one could still be read, and was added: ${salvaged.drafts} newer drafts, ${salvaged.delivered} newer publications.`,
    );
  output.note(
    'What was published later is not known here. So every draft is looked for on Pinned Events before it is sent; where the key may not read events (scope events:read), you are asked.',
  );
  output.result(restored, () => '');
}

function toLine({ file, madeAt, drafts, delivered }: Backup): string {
  return [new Date(madeAt).toISOString(), `${drafts} drafts`, `${delivered} published`, file].join('\t');
}
