import { type Command, InvalidArgumentError, Option } from 'commander';
import { type ContractName, contractNames, startPracticeServer } from '#practice/server.ts';
import { OrganizerError } from '#shared/errors.ts';

/** `practice`: the practice API in the foreground. Its first line is `{url, key}`; it ends on Ctrl+C. */
export function addPracticeCommand(program: Command): void {
  program
    .command('practice')
    .description('run the practice API on this computer: try everything without an account')
    .option('--port <n>', 'port on 127.0.0.1; default: a free one', port)
    .addOption(
      new Option('--contract <name>', 'what is offered: less than all, or something that breaks clients')
        .choices([...contractNames])
        .default('full' satisfies ContractName),
    )
    .action(async (options: { port?: number; contract: ContractName }) => {
      const server = await start(options.port ?? 0, options.contract);
      process.stdout.write(`${JSON.stringify({ url: server.url, key: server.key })}\n`);
      process.stderr.write(
        `The practice API is running. In another terminal:\n  export PINNED_EVENTS_API_URL=${server.url} PINNED_EVENTS_API_KEY=<the key above>\nPress Ctrl+C to stop it; what was published to it is then forgotten.\n`,
      );
      await new Promise<void>((resolve) => {
        process.once('SIGINT', () => resolve());
        process.once('SIGTERM', () => resolve());
      });
      await server.close();
    });
}

async function start(wanted: number, contract: ContractName) {
  try {
    return await startPracticeServer({ port: wanted, contract, firstEventId: Math.floor(Date.now() / 1_000) });
  } catch (cause) {
    const taken = (cause as { code?: unknown }).code === 'EADDRINUSE';
    const message = taken
      ? `Port ${wanted} is in use. Choose another, or leave --port out.`
      : 'The practice API could not be started.';
    throw new OrganizerError('usage', message, { cause });
  }
}

function port(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > 65_535) throw new InvalidArgumentError('It must be a number from 0 to 65535.');
  return number;
}
