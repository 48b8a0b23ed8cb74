import { type Command, Option } from 'commander';
import type { Organizer } from '#core/organizer.ts';
import type { WhichOperations } from '#shared/contract/contract.ts';
import type { Activity, BulkResult, OperationView } from '#shared/contract/outbox-views.ts';
import { OrganizerError } from '#shared/errors.ts';
import { type OperationState, operationStates } from '#shared/outbox/operation.ts';
import { withOrganizer } from '../context.ts';

const PAGE = 1_000;

type BulkOptions = { all?: boolean; state?: OperationState[]; search?: string; asking?: boolean };

/** `outbox` and what can be done with it: one operation by its id, or many by a filter. */
export function addOutboxCommands(program: Command): void {
  const outbox = program
    .command('outbox')
    .description('list what waits, what needs you, and what was delivered')
    .action(async (_options, command: Command) => {
      await withOrganizer(command, async ({ organizer, output }) => {
        const operations = [...allOperations(organizer)];
        output.result(operations.map(toDocument), () => operations.map(toLine).join('\n') || 'The outbox is empty.');
      });
    });

  withBulkOptions(outbox.command('retry [id]'))
    .description('try again: send late work after all, wait no longer, look again, or start anew after a refusal')
    .action((id: string | undefined, options: BulkOptions, command: Command) =>
      id === undefined
        ? reportMany(command, (organizer) => organizer.outbox.retryMany(toFilter(options)))
        : report(command, (organizer) => organizer.outbox.retry(id)),
    );

  withBulkOptions(outbox.command('drop [id]'))
    .description('take out what cannot have been sent yet')
    .action((id: string | undefined, options: BulkOptions, command: Command) =>
      id === undefined
        ? reportMany(command, (organizer) => organizer.outbox.dropMany(toFilter(options)))
        : report(command, (organizer) => organizer.outbox.drop(id)),
    );

  for (const [name, paused, description] of [
    ['pause', true, 'send nothing more, here and in the app, until resumed'],
    ['resume', false, 'go on sending'],
  ] as const) {
    outbox
      .command(name)
      .description(description)
      .action((_options, command: Command) =>
        withOrganizer(command, async ({ organizer, output }) => {
          const lane = organizer.outbox.setPaused(paused);
          output.result(lane, () => lane.message ?? 'Sending goes on.');
        }),
      );
  }

  outbox
    .command('log <draft-id>')
    .description('every attempt to publish a draft, with its time, status and outcome')
    .action((draftId: string, _options, command: Command) =>
      withOrganizer(command, async ({ organizer, output }) => {
        const lines = organizer.outbox.activity(organizer.drafts.get(draftId).id);
        output.result(lines, () => lines.map(toLogLine).join('\n') || 'This draft was never queued.');
      }),
    );
}

function withBulkOptions(command: Command): Command {
  return command
    .option('--all', 'every operation')
    .addOption(new Option('--state <state...>', 'only operations in these states').choices([...operationStates]))
    .option('--search <words>', 'only drafts with these words')
    .option('--asking', 'only late work, which asks before it is sent');
}

function toFilter({ all, state, search, asking }: BulkOptions): WhichOperations {
  if (all !== true && state === undefined && search === undefined && asking !== true) {
    throw new OrganizerError('usage', 'Name an operation by its id, or say which: --all, --state, --search, --asking.');
  }
  return { kind: 'filter', filter: { states: state ?? [], search: search ?? '', asking: asking === true } };
}

function reportMany(command: Command, act: (organizer: Organizer) => BulkResult): Promise<void> {
  return withOrganizer(command, async ({ organizer, output }) => {
    const result = act(organizer);
    for (const { title, reason } of result.problems) output.note(`${title || 'untitled'}: ${reason}`);
    output.result(result, () => `${result.done} done, ${result.left} left as they were.`);
  });
}

function toLogLine({ at, kind, outcome, status, requestId }: Activity): string {
  return [new Date(at).toISOString(), kind, outcome ?? '', status ?? '', requestId ?? ''].join('\t').trimEnd();
}

function report(command: Command, act: (organizer: Organizer) => OperationView): Promise<void> {
  return withOrganizer(command, async ({ organizer, output }) => {
    const operation = act(organizer);
    output.result(toDocument(operation), () => toLine(operation));
  });
}

function* allOperations(organizer: Organizer): Generator<OperationView> {
  for (let offset = 0; ; offset += PAGE) {
    const { items } = organizer.outbox.list({ states: [], limit: PAGE, offset });
    yield* items;
    if (items.length < PAGE) return;
  }
}

/** The fixed shape of one operation. Ids that the platform gives as numbers are numbers here too. */
function toDocument({
  id,
  draftId,
  channelId,
  state,
  attempts,
  idempotencyKey,
  notBefore,
  remoteId,
  error,
}: OperationView) {
  const numeric = remoteId !== null && /^\d{1,15}$/.test(remoteId);
  return {
    id,
    draftId,
    channelId,
    state,
    attempts,
    idempotencyKey,
    notBefore,
    remoteId: numeric ? Number(remoteId) : remoteId,
    error,
  };
}

function toLine(operation: OperationView): string {
  const reason = asksInWords(operation) ?? operation.heldReason ?? operation.error?.message ?? '';
  return [operation.id, operation.state, operation.startLocal ?? '', operation.title, reason].join('\t').trimEnd();
}

function asksInWords({ asks }: OperationView): string | null {
  if (asks === null) return null;
  return asks === 'begun'
    ? 'Asks first: the event has begun since it was queued.'
    : 'Asks first: it has waited for more than a day.';
}
