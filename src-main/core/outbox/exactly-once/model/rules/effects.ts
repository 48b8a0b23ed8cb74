import { payloadHash } from '#practice/canonical.ts';
import type { PracticeEvent } from '#practice/store.ts';
import { KEY_LIFETIME_MS } from '../../../timing.ts';
import { isUntouched, type Operation, operationByKey } from '../watch/rows.ts';
import type { World } from '../world/world.ts';

/** What exists on the platform against what the ledger says. */
export function checkEffects(world: World, operations: readonly Operation[], sourceKeys: Map<string, string>): void {
  const { violations } = world;
  const effects = groupBy(world.platform.events(), ({ idempotencyKey }) => idempotencyKey ?? '');
  const byKey = new Map(operations.map((operation) => [operation.idempotency_key, operation]));

  for (const [key, events] of effects) {
    const operation = byKey.get(key);
    violations.expect(operation !== undefined, 'own key', () => `${key} had an effect and is of no operation.`);
    if (events.length > 1 && !isExcused(world, events))
      violations.add('one effect per key', `${key} created ${events.length} events.`);
  }
  for (const [draft, keys] of keysWithEffect(operations, effects, ({ draft_id }) => draft_id))
    violations.expect(keys.length === 1, 'one effect per draft', () => `${draft}: ${keys.join(', ')}`);
  for (const [row, keys] of keysWithEffect(operations, effects, ({ draft_id }) => sourceKeys.get(draft_id) ?? ''))
    if (row !== '') violations.expect(keys.length === 1, 'one effect per row', () => `${row}: ${keys.join(', ')}`);

  for (const operation of operations) checkOne(world, operation, effects.get(operation.idempotency_key) ?? []);
}

/**
 * The honest limit of the promise. A platform that forgets sooner than it documents can be made to create twice by a
 * client that keeps to the documents: that is excused only if it truly forgot, so early that no page allows it.
 */
function isExcused({ settings }: World, events: PracticeEvent[]): boolean {
  return events.every((event, index) => {
    const before = events[index - 1];
    if (before === undefined) return true;
    const gap = event.committedAt - before.committedAt;
    return gap >= settings.successTtlMs && gap < KEY_LIFETIME_MS;
  });
}

function keysWithEffect(
  operations: readonly Operation[],
  effects: Map<string, PracticeEvent[]>,
  by: (operation: Operation) => string,
): Map<string, string[]> {
  const having = operations.filter(({ idempotency_key }) => effects.has(idempotency_key));
  return new Map([...groupBy(having, by)].map(([name, group]) => [name, group.map((one) => one.idempotency_key)]));
}

function checkOne(world: World, operation: Operation, events: PracticeEvent[]): void {
  const { violations } = world;
  const { state, remote_id, idempotency_key: key } = operation;
  if (state === 'delivered') {
    const own = events.find(({ doc }) => remote_id === null || String(doc.id) === remote_id);
    if (own === undefined) return violations.add('delivered is there', `${key}: ${remote_id} is not its event.`);
    const body = operationByKey(world.db, key)?.body ?? new Uint8Array();
    const frozen = payloadHash(JSON.parse(Buffer.from(body).toString('utf8')));
    violations.expect(own.payloadHash === frozen, 'delivered is there', () => `${key} is there with other content.`);
  }
  if (state === 'rejected' || state === 'cancelled' || isUntouched(operation))
    violations.expect(events.length === 0, 'nothing was created', () => `${key} is ${state}, and exists.`);
}

function groupBy<T>(items: readonly T[], by: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(by(item), [...(groups.get(by(item)) ?? []), item]);
  return groups;
}
