import { OrganizerError } from '#shared/errors.ts';
import type { ContractView } from '#shared/platform/capabilities.ts';
import { documentedCapabilities } from '#shared/platform/documented.ts';
import type { RemoteList } from '#shared/remote/remote-event.ts';
import type { Reading } from '../api/reading.ts';
import type { EnqueueParts } from '../outbox/queue/freeze.ts';
import type { Clock } from '../ports.ts';
import { adoptRemoteEvent } from './adopt.ts';
import { readRemoteList } from './read-list.ts';
import { type RemoteQuery, viewRemoteList } from './view-list.ts';

/** The organizer's events on the platform (scope `events:read`). */
export type RemoteEvents = {
  /** As they were read last. */
  list(query: RemoteQuery): RemoteList;
  /** Reads them to the end. @throws OrganizerError `not_allowed`, `scope_missing`, `offline`, … */
  refresh(): Promise<void>;
  /** Makes one of them a tracked, delivered draft. Returns the draft's id. */
  adopt(remoteId: string, draftId: string | null): string;
};

type Parts = EnqueueParts & {
  clock: Clock;
  reading: () => Promise<Reading>;
  contract: () => ContractView;
  /** Hands its argument back. */
  afterChange: <T>(result: T) => T;
};

export function createRemoteEvents(parts: Parts): RemoteEvents {
  const { db, clock } = parts;
  return {
    list: (query) => viewRemoteList(db, query),
    async refresh() {
      requireList(parts.contract());
      await readRemoteList(db, await parts.reading(), () => clock.now());
      parts.afterChange(undefined);
    },
    adopt: (remoteId, draftId) => parts.afterChange(adoptRemoteEvent(parts, remoteId, draftId, clock.now())),
  };
}

/** The list is read where the platform offers it at the documented path. */
function requireList({ capabilities }: ContractView): void {
  const { route } = capabilities.routes.listEvents;
  const ours = documentedCapabilities.routes.listEvents.route;
  if (route !== null && route.path === ours?.path) return;
  throw new OrganizerError(
    'not_allowed',
    'The API description of the platform lists no call that reads your events, so they cannot be shown here.',
  );
}
