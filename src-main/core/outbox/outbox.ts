import type { CallInput, CallOutput, PublishInput, WhichOperations } from '#shared/contract/contract.ts';
import type { Activity, BulkResult, OperationView, PublishPlan, SendingRate } from '#shared/contract/outbox-views.ts';
import type { OperationCounts } from '#shared/contract/views.ts';
import type { Lane } from '#shared/outbox/operation.ts';
import { write } from '../db/database.ts';
import type { Clock } from '../ports.ts';
import { listActivity } from './activity.ts';
import { setPausedByPerson } from './lane/lane.ts';
import { dropOperations, retryOperations } from './queue/bulk.ts';
import { dropOperation, resolveOperation, retryOperation } from './queue/decide.ts';
import type { EnqueueParts } from './queue/freeze.ts';
import { publishAsNew, publishSelection } from './queue/publish.ts';
import { readSendingRate } from './rate.ts';
import { countOperations } from './rows.ts';
import { countAsking, listOperations, viewOperation } from './view.ts';

/** Everything a person can see of the outbox and do with it. Sending is another matter (`sending/`). */
export type Outbox = {
  list(query: CallInput<'listOperations'>): Pick<CallOutput<'listOperations'>, 'total' | 'items'>;
  counts(): OperationCounts;
  /** How many ask before they are sent. */
  asking(): number;
  lane(): Lane;
  rate(): SendingRate;
  /** Returns the operation that goes on: a new one after a refusal. */
  retry(id: string): OperationView;
  retryMany(which: WhichOperations): BulkResult;
  drop(id: string): OperationView;
  dropMany(which: WhichOperations): BulkResult;
  resolve(id: string, decision: 'itIsThere' | 'sendAgain'): OperationView;
  setPaused(paused: boolean): Lane;
  activity(draftId: string): Activity[];
};

type Parts = EnqueueParts & {
  clock: Clock;
  lane: () => Lane;
  /** Called after each committed change; hands its argument back. */
  afterChange: <T>(result: T) => T;
};

/** The outbox of one workspace. */
export function createOutbox(parts: Parts): Outbox & {
  publish: (input: PublishInput) => PublishPlan;
  /** Returns the id of the new draft. */
  publishAsNew: (draftId: string) => string;
} {
  const { db, clock, lane, afterChange } = parts;
  return {
    list: (query) => listOperations(db, query),
    counts: () => countOperations(db),
    asking: () => countAsking(db),
    lane,
    rate: () => readSendingRate(db, clock.now()),
    retry: (id) => viewOperation(db, afterChange(retryOperation(parts, id, clock.now()))),
    retryMany: (which) => afterChange(retryOperations(parts, which, clock.now())),
    drop: (id) => {
      dropOperation(parts, id, clock.now());
      return viewOperation(db, afterChange(id));
    },
    dropMany: (which) => afterChange(dropOperations(parts, which, clock.now())),
    resolve: (id, decision) => {
      resolveOperation(parts, id, decision, clock.now());
      return viewOperation(db, afterChange(id));
    },
    setPaused: (paused) => {
      write(db, () => setPausedByPerson(db, paused));
      return afterChange(lane());
    },
    activity: (draftId) => listActivity(db, draftId),
    publish: (input) => afterChange(publishSelection(parts, input, clock.now())),
    publishAsNew: (draftId) => afterChange(publishAsNew(parts, draftId, clock.now())),
  };
}
