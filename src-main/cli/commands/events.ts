import { type Command, Option } from 'commander';
import type { Organizer } from '#core/organizer.ts';
import { type RemoteEvent, type RemoteList, type Standing, standings } from '#shared/remote/remote-event.ts';
import { withOrganizer } from '../context.ts';

const PAGE = 1_000;

/** `events`: what is on the platform, beside what the ledger knows; `events adopt ID` makes one of them tracked. */
export function addEventsCommands(program: Command): void {
  const events = program
    .command('events')
    .description('list your events on Pinned Events, matched to what was published from here (needs events:read)')
    .option('--cached', 'as they were read last, without asking')
    .addOption(new Option('--standing <standing>', 'only those').choices([...standings]))
    .action(async (options: { cached?: boolean; standing?: Standing }, command: Command) => {
      await withOrganizer(command, async ({ organizer, output }) => {
        if (!options.cached) {
          await organizer.refreshContract('ifDue');
          await organizer.remote.refresh();
        }
        const list = all(organizer, options.standing ?? null);
        output.result(list, () => describe(list));
      });
    });

  events
    .command('adopt <remote-id>')
    .description('track an event that was made elsewhere, so that it is never published a second time from here')
    .option('--draft <id>', 'the draft that is this event already')
    .action(async (remoteId: string, options: { draft?: string }, command: Command) => {
      await withOrganizer(command, async ({ organizer, output }) => {
        const draft = organizer.drafts.get(organizer.remote.adopt(remoteId, options.draft ?? null));
        output.result({ draftId: draft.id, remoteId }, () => `Draft ${draft.id} stands for event ${remoteId} now.`);
      });
    });
}

function all(organizer: Organizer, standing: Standing | null): RemoteList {
  const list = organizer.remote.list({ standing, limit: PAGE, offset: 0 });
  for (let offset = PAGE; offset < list.total; offset += PAGE)
    list.events.push(...organizer.remote.list({ standing, limit: PAGE, offset }).events);
  return list;
}

function describe({ events, gone, counts, complete }: RemoteList): string {
  const { tracked, changed, elsewhere } = counts;
  return [
    ...events.flatMap(toLines),
    ...gone.map(({ remoteId, title }) => `${remoteId}\tgone\t\t${title}\tno longer in the list`),
    `${tracked} tracked, ${changed} changed there, ${elsewhere} made elsewhere, ${gone.length} gone.`,
    ...(complete ? [] : ['The list was not read to its end.']),
  ].join('\n');
}

function toLines({ remoteId, standing, startAt, title, status, differences }: RemoteEvent): string[] {
  return [
    [remoteId, standing, startAt ?? '', title ?? '', status ?? ''].join('\t').trimEnd(),
    ...differences.map(({ field, sent, there }) => `\t\t${field}: sent “${sent}”, there “${there}”`),
  ];
}
