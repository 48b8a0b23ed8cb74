import type { Command } from 'commander';
import type { Organizer } from '#core/organizer.ts';
import type { Step, Stepped } from '#shared/history/step.ts';
import { describeRest, describeStep } from '#shared/history/step-words.ts';
import { withOrganizer } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';

type Finish = (code: ExitCode) => void;

/** `undo [--list]` and `redo`: the same journal as in the app. */
export function addHistoryCommands(program: Command, finish: Finish): void {
  program
    .command('undo')
    .description('take back the last change of drafts, made here or in the app; what is published stays and is listed')
    .option('--list', 'only say what can be undone, newest first, and what can be redone')
    .action((options: { list?: boolean }, command: Command) =>
      options.list ? list(command) : step(command, finish, 'Undone', ({ history }) => history.undo(null)),
    );
  program
    .command('redo')
    .description('do again what was undone last')
    .action((_options, command: Command) => step(command, finish, 'Done again', ({ history }) => history.redo()));
}

function list(command: Command): Promise<void> {
  return withOrganizer(command, async ({ organizer, output }) => {
    const { done, undone } = organizer.history.list();
    output.result(
      { undo: done.map(toDocument), redo: undone.map(toDocument) },
      () =>
        [...undone.map((one) => `redo\t${toLine(one)}`).reverse(), ...done.map((one) => `undo\t${toLine(one)}`)].join(
          '\n',
        ) || 'Nothing can be undone or redone.',
    );
  });
}

function step(
  command: Command,
  finish: Finish,
  word: string,
  act: (organizer: Organizer) => Stepped | null,
): Promise<void> {
  return withOrganizer(command, async ({ organizer, output }) => {
    const stepped = act(organizer);
    if (stepped === null) {
      output.result({ step: null, done: 0, kept: 0, stayed: [], leftOutbox: 0 }, () => 'There is nothing to do.');
      return;
    }
    if (stepped.kept > 0) finish(exitCodes.attention);
    output.result({ ...stepped, step: toDocument(stepped.step) }, () =>
      [
        `${stepped.done === 0 ? 'Left as it is' : word}: ${describeStep(stepped.step)}.`,
        ...describeRest(stepped),
        ...stepped.stayed.map(({ title, startLocal, why }) => `  ${startLocal ?? 'no date'}\t${title}\t${why}`),
      ].join('\n'),
    );
  });
}

function toDocument(step: Step) {
  return {
    id: step.id,
    kind: step.kind,
    at: new Date(step.at).toISOString(),
    drafts: step.drafts,
    name: describeStep(step),
  };
}

function toLine(step: Step): string {
  return `${new Date(step.at).toISOString().slice(0, 16).replace('T', ' ')}\t${describeStep(step)}`;
}
