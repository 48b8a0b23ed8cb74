import type { Picture } from '../picture.ts';
import { type Draft, isLive, type Operation, readAttempts } from '../watch/rows.ts';
import type { World } from '../world/world.ts';

/** Nothing is lost: not a draft, not a word of it, not an operation. */
export function checkKept(
  world: World,
  picture: Picture,
  drafts: readonly Draft[],
  operations: readonly Operation[],
): void {
  const { violations } = world;
  const found = new Map(drafts.map((draft) => [draft.id, draft]));
  for (const [id, { fields, deleted }] of picture.drafts) {
    const draft = found.get(id);
    if (draft === undefined) {
      violations.add('no draft is lost', `${id} is gone.`);
      continue;
    }
    violations.expect(draft.fields === fields, 'no draft is lost', () => `${id} is ${draft.fields}, not ${fields}`);
    violations.expect((draft.deleted_at !== null) === deleted, 'no draft is lost', () => `${id}: wrong trash mark.`);
  }
  violations.expect(drafts.length === picture.drafts.size, 'no draft is lost', () => 'A draft that nobody made.');

  const ids = new Set(operations.map(({ id }) => id));
  for (const id of picture.operations) violations.expect(ids.has(id), 'no operation is lost', () => `${id} is gone.`);
  for (const operation of operations) {
    if (!isLive(operation)) continue;
    const shown = found.get(operation.draft_id)?.operation_id;
    violations.expect(
      shown === operation.id,
      'no operation is lost',
      () => `${operation.id} is not seen at its draft.`,
    );
  }
  checkAttempts(world, operations);
}

/** Every request that reached the platform has its line in the log. */
function checkAttempts({ db, wireLog, violations }: World, operations: readonly Operation[]): void {
  const keys = new Map(operations.map(({ id, idempotency_key }) => [id, idempotency_key]));
  const logged = new Map<string, number>();
  for (const { operation_id, kind } of readAttempts(db)) {
    const key = keys.get(operation_id) ?? '';
    if (kind === 'send') logged.set(key, (logged.get(key) ?? 0) + 1);
  }
  for (const [key, n] of wireLog.arrivals)
    violations.expect((logged.get(key) ?? 0) >= n, 'every request is logged', () => `${key}: ${n} requests arrived.`);
}
