import type { Command } from 'commander';
import type { Organizer } from '#core/organizer.ts';
import type { OperationView } from '#shared/contract/outbox-views.ts';
import { withOrganizer } from '../context.ts';

const PAGE = 1_000;

/** `outbox`, `outbox retry ID`, `outbox drop ID`. */
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

  outbox
    .command('retry <id>')
    .description('try again: wait no longer, look again, or start anew after a refusal')
    .action((id: string, _options, command: Command) => report(command, (organizer) => organizer.outbox.retry(id)));

  outbox
    .command('drop <id>')
    .description('take out what cannot have been sent yet')
    .action((id: string, _options, command: Command) => report(command, (organizer) => organizer.outbox.drop(id)));
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
  const reason = operation.heldReason ?? operation.error?.message ?? '';
  return [operation.id, operation.state, operation.startLocal ?? '', operation.title, reason].join('\t').trimEnd();
}
