import type { Command } from 'commander';
import type { KeyCheck } from '#shared/contract/views.ts';
import { OrganizerError } from '#shared/errors.ts';
import { outputOf, withOrganizer } from '../context.ts';
import { type ExitCode, exitCodeOf } from '../exit-codes.ts';

/** `key set`, `key check`, `key remove`. The key is read from standard input, never from an argument. */
export function addKeyCommands(program: Command, finish: (code: ExitCode) => void): void {
  const key = program.command('key').description('manage the API key in the keychain of this computer');

  key
    .command('set')
    .description('read a key from standard input, check it, and store it in the keychain')
    .action((_options, command: Command) =>
      reportKey(command, finish, async () => {
        const text = await readStandardInput();
        return withOrganizer(command, ({ organizer }) => organizer.keys.set(text), 'stored');
      }),
    );

  key
    .command('check')
    .description('ask Pinned Events whether the key is good, and what it can do')
    .action((_options, command: Command) =>
      reportKey(command, finish, () => withOrganizer(command, ({ organizer }) => organizer.keys.check())),
    );

  key
    .command('remove')
    .description('remove the key from the keychain; drafts stay')
    .action((_options, command: Command) =>
      withOrganizer(
        command,
        async ({ organizer, output }) => {
          await organizer.keys.remove();
          output.result({ ok: true, scopes: [], channels: [] }, () => 'The key is removed from the keychain.');
        },
        'stored',
      ),
    );
}

/** A refused key is an answer, not an accident: the document says `ok: false`, and the exit code tells. */
async function reportKey(
  command: Command,
  finish: (code: ExitCode) => void,
  ask: () => Promise<KeyCheck>,
): Promise<void> {
  const output = outputOf(command);
  try {
    const check = await ask();
    output.result(check, () => describe(check));
  } catch (thrown) {
    if (!(thrown instanceof OrganizerError)) throw thrown;
    const { code, message } = thrown;
    output.note(message);
    output.result({ ok: false, scopes: [], channels: [], error: { code, message } }, () => '');
    finish(exitCodeOf(code));
  }
}

function describe({ scopes, channels }: KeyCheck): string {
  const names = channels.map((channel) => `  ${channel.id}  ${channel.name}`);
  const proven = scopes.length === 0 ? 'none proven' : scopes.join(', ');
  return [`The key is good. Scopes proven: ${proven}.`, `Channels: ${channels.length}`, ...names].join('\n');
}

async function readStandardInput(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write('Paste the key, then press Enter and Ctrl+D:\n');
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
