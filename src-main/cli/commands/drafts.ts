import { type Command, InvalidArgumentError } from 'commander';
import type { Organizer } from '#core/organizer.ts';
import type { DraftView } from '#shared/contract/views.ts';
import { withOrganizer } from '../context.ts';

const PAGE = 1_000;

/** `drafts`: read out, by start. */
export function addDraftsCommand(program: Command): void {
  program
    .command('drafts')
    .description('list the drafts')
    .option('--search <text>', 'words that occur in title, venue or description')
    .option('--limit <n>', 'at most so many', positiveNumber)
    .action(async (options: { search?: string; limit?: number }, command: Command) => {
      await withOrganizer(command, async ({ organizer, output }) => {
        const drafts = [...allDrafts(organizer, options.search ?? '', options.limit ?? Number.POSITIVE_INFINITY)];
        output.result(
          drafts.map(toDocument),
          () => drafts.map(toLine).join('\n') || 'No drafts here. Make some with “organizer import FILE”.',
        );
      });
    });
}

/** All drafts outside the trash that match, page by page. */
export function* allDrafts(organizer: Organizer, search: string, most: number): Generator<DraftView> {
  for (let offset = 0; offset < most; offset += PAGE) {
    const limit = Math.min(PAGE, most - offset);
    const { items } = organizer.drafts.list({ search, status: null, importId: null, limit, offset });
    yield* items;
    if (items.length < limit) return;
  }
}

function toDocument({ id, status, sourceId, importId, remoteId, problems, fields }: DraftView) {
  return { id, status, sourceId, importId, remoteId, problems, ...fields };
}

function toLine({ id, status, fields }: DraftView): string {
  return [
    id,
    status,
    fields.startLocal?.replace('T', ' ') ?? 'no date',
    fields.title || 'untitled',
    fields.locationName,
  ]
    .join('\t')
    .trimEnd();
}

function positiveNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1.');
  return Number(text);
}
