import { z } from 'zod';
import type { WhichOperations } from '#shared/contract/contract.ts';
import type { BulkResult, OperationFilter } from '#shared/contract/outbox-views.ts';
import { OrganizerError } from '#shared/errors.ts';
import { all, type Db, write } from '../../db/database.ts';
import { toGroups } from '../groups.ts';
import { getOperation, isUntouched, type OperationRow } from '../rows.ts';
import { dropOperation, retryOperation } from './decide.ts';
import type { EnqueueParts } from './freeze.ts';

/** Reasons are for a person to read: the first ones tell what kind of thing it is. */
const MOST_PROBLEMS = 50;

/**
 * "Try again" for many, in one transaction: what waits for a time, a channel or the person's word goes on, what needs a
 * review is looked for, what was refused starts anew. The rest is left. A dropped one comes back only when it is named
 * or when dropped ones are what the filter shows.
 */
export function retryOperations(parts: EnqueueParts, which: WhichOperations, nowMs: number): BulkResult {
  const droppedToo = which.kind === 'ids' || which.filter.states.includes('cancelled');
  const held = heldChannels(parts.db);
  const fits = (operation: OperationRow): boolean => {
    switch (operation.state) {
      case 'queued':
        return operation.asks !== null || operation.not_before !== null || held.has(operation.channel_id);
      case 'needsReview':
      case 'rejected':
        return true;
      case 'cancelled':
        return droppedToo;
      default:
        return false;
    }
  };
  return forEach(parts.db, which, fits, ({ id }) => retryOperation(parts, id, nowMs));
}

/** Takes out everything of these that no request can have carried out, in one transaction. The rest is left. */
export function dropOperations(parts: EnqueueParts, which: WhichOperations, nowMs: number): BulkResult {
  return forEach(parts.db, which, isUntouched, ({ id }) => dropOperation(parts, id, nowMs));
}

function forEach(
  db: Db,
  which: WhichOperations,
  fits: (operation: OperationRow) => boolean,
  act: (operation: OperationRow) => unknown,
): BulkResult {
  const result: BulkResult = { done: 0, left: 0, problems: [] };
  write(db, () => {
    for (const id of which.kind === 'ids' ? new Set(which.ids) : idsOf(db, which.filter)) {
      const operation = getOperation(db, id);
      if (!fits(operation)) {
        result.left += 1;
        continue;
      }
      try {
        act(operation);
        result.done += 1;
      } catch (thrown) {
        if (!(thrown instanceof OrganizerError) || thrown.code !== 'not_allowed') throw thrown;
        result.left += 1;
        if (result.problems.length < MOST_PROBLEMS)
          result.problems.push({ id, title: operation.title, reason: thrown.message });
      }
    }
  });
  return result;
}

const IdRow = z.object({ id: z.string() });

function idsOf(db: Db, filter: OperationFilter): string[] {
  return toGroups(filter).flatMap(({ where, bindings }) =>
    all(db, `SELECT id FROM operations WHERE ${where} ORDER BY seq`, bindings).map((row) => IdRow.parse(row).id),
  );
}

const HoldRow = z.object({ channel_id: z.number() });

function heldChannels(db: Db): Set<number> {
  return new Set(all(db, 'SELECT channel_id FROM channel_holds').map((row) => HoldRow.parse(row).channel_id));
}
