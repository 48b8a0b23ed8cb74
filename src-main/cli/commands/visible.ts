import type { Command } from 'commander';
import { withOrganizer } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';

/** `visible DRAFT`: whether visitors can see a published event, by the public feed. */
export function addVisibleCommand(program: Command, finish: (code: ExitCode) => void): void {
  program
    .command('visible <draft-id>')
    .description('look in the public feed, as a visitor could, whether a published event can be seen')
    .action(async (draftId: string, _options, command: Command) => {
      await withOrganizer(command, async ({ organizer, output }) => {
        const { state, url, attribution, complete, message } = await organizer.checkVisible(draftId);
        output.result({ state, url, attribution, complete, message }, () =>
          [message, url, attribution].filter((line) => line !== null).join('\n'),
        );
        if (state !== 'visible') finish(exitCodes.attention);
      });
    });
}
