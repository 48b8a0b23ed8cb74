import { Command, CommanderError } from 'commander';
import { keepHeapSmall } from '#core/small-heap.ts';
import { type ErrorData, OrganizerError, toErrorData } from '#shared/errors.ts';
import { addBackupCommands } from './commands/backup.ts';
import { addChannelsCommand } from './commands/channels.ts';
import { addContractCommand } from './commands/contract.ts';
import { addDoctorCommand } from './commands/doctor.ts';
import { addDraftsCommand } from './commands/drafts.ts';
import { addEventsCommands } from './commands/events.ts';
import { addExportCommand } from './commands/export.ts';
import { addHistoryCommands } from './commands/history.ts';
import { addImportCommand } from './commands/import.ts';
import { addImportsCommand } from './commands/imports.ts';
import { addKeyCommands } from './commands/key.ts';
import { addOutboxCommands } from './commands/outbox.ts';
import { addPracticeCommand } from './commands/practice.ts';
import { addPresetsCommand } from './commands/presets.ts';
import { addPublishCommand } from './commands/publish.ts';
import { addVisibleCommand } from './commands/visible.ts';
import { addWatchCommand } from './commands/watch.ts';
import { type ExitCode, exitCodeOf, exitCodes } from './exit-codes.ts';

/** `organizer`: the app without a window. */
function createProgram(finish: (code: ExitCode) => void): Command {
  const program = new Command('organizer')
    .description(
      'Draft events offline, import a calendar, publish to Pinned Events: nothing lost, nothing published twice.',
    )
    .option('--json', 'print one JSON document on standard output and nothing else there')
    .option('--data-dir <dir>', 'directory of the workspace (or ORGANIZER_DATA_DIR)')
    .option('--api-url <url>', 'address of the API (or PINNED_EVENTS_API_URL; default https://pinned.events)')
    .showHelpAfterError('Run “organizer help” for the commands.')
    // Before the commands: they inherit it.
    .exitOverride();
  addKeyCommands(program, finish);
  addChannelsCommand(program);
  addContractCommand(program, finish);
  addDoctorCommand(program, finish);
  addImportCommand(program, finish);
  addImportsCommand(program);
  addPresetsCommand(program);
  addPublishCommand(program, finish);
  addOutboxCommands(program);
  addDraftsCommand(program);
  addEventsCommands(program);
  addExportCommand(program);
  addHistoryCommands(program, finish);
  addBackupCommands(program);
  addVisibleCommand(program, finish);
  addWatchCommand(program, finish);
  addPracticeCommand(program);
  return program;
}

/**
 * Runs the command line to its exit code, with everything it printed handed over. Errors become one sentence, and with
 * `--json` one document. Never throws.
 * @param argv the words behind `organizer`
 */
export async function runCommandLine(argv: string[]): Promise<number> {
  keepHeapSmall();
  const code = await main(argv);
  await Promise.all([printed(process.stdout), printed(process.stderr)]);
  return code;
}

async function main(argv: string[]): Promise<number> {
  let code: ExitCode = exitCodes.done;
  try {
    await createProgram((finished) => (code = finished)).parseAsync(argv, { from: 'user' });
    return code;
  } catch (thrown) {
    if (thrown instanceof CommanderError && thrown.exitCode === 0) return exitCodes.done;
    const error = describe(thrown);
    if (argv.includes('--json')) process.stdout.write(`${JSON.stringify({ ok: false, error })}\n`);
    return exitCodeOf(error.code);
  }
}

/** Says on standard error what went wrong. A wrong call was told by commander already, with a hint at the help. */
function describe(thrown: unknown): ErrorData {
  if (thrown instanceof CommanderError) return { code: 'usage', message: thrown.message.replace(/^error: /, '') };
  const error = toErrorData(thrown);
  process.stderr.write(`${error.message}\n`);
  if (!(thrown instanceof OrganizerError))
    process.stderr.write(`${thrown instanceof Error ? thrown.stack : String(thrown)}\n`);
  return error;
}

/** Waits for what was written before: on Windows a pipe takes it later, and whoever called may end the process. */
function printed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}
