import type { OperationState } from '#shared/outbox/operation.ts';
import { type Change, readJournal } from '../watch/journal.ts';
import type { World } from '../world/world.ts';

/** From where to where one commit may lead: the table of the design, "leaves by". */
const LEGAL: Record<OperationState, readonly string[]> = {
  queued: ['queued', 'sending', 'cancelled'],
  sending: ['sending', 'queued', 'delivered', 'rejected', 'needsReview'],
  needsReview: ['needsReview', 'queued', 'delivered'],
  delivered: [],
  rejected: [],
  cancelled: [],
};

/** Checks every commit since the last look, and returns the place to go on from. */
export function checkTransitions(world: World, after: number): number {
  const changes = readJournal(world.db, after);
  for (const change of changes) {
    world.tally.count('transitions', `${change.was}>${change.became}`);
    const broken = problemOf(change);
    if (broken !== null) world.violations.add('legal transitions', `${broken}: ${JSON.stringify(change)}`);
  }
  return changes.at(-1)?.seq ?? after;
}

function problemOf(change: Change): string | null {
  const { was, became } = change;
  if (!LEGAL[was].includes(became)) return `${was} became ${became}`;
  if (change.key_changed) return 'the key changed';
  const untouched = was === 'queued' && became === 'queued' && change.doubt_was === null && change.key_seen === 0;
  if (change.body_changed && !untouched) return 'frozen bytes changed';
  if (change.remote_changed && became !== 'delivered') return 'a remote id without a delivery';
  if (became === 'cancelled' && change.doubt_was !== null) return 'dropped in doubt';
  const claimed = was === 'queued' && became === 'sending';
  if (change.token_became !== change.token_was + (claimed ? 1 : 0)) return 'a lease token that does not fit';
  if (claimed && change.doubt_became === null) return 'sending without a doubt';
  return attemptsFall(change) ? 'attempts fell' : null;
}

/** Only a look that found nothing, and a person who did, start the count anew. */
function attemptsFall({ was, became, attempts_was, attempts_became, doubt_became }: Change): boolean {
  if (attempts_became >= attempts_was) return false;
  const anew = became === 'queued' && attempts_became === 0 && doubt_became === null;
  return !(anew && (was === 'sending' || was === 'needsReview'));
}
