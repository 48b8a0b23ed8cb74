import type { DraftFact, EventFact, Evidence, OperationFact } from './evidence.ts';
import { groupBy } from './group.ts';

/** Every draft has one operation, and each operation one effect, or none or one where a person is asked. */
export function* judgeEffects({ drafts, operations, events }: Evidence): Generator<string> {
  const ofDraft = groupBy(operations, ({ draft_id }) => draft_id);
  const ofKey = groupBy(events, ({ key }) => key);
  for (const draft of drafts) {
    const [operation, ...more] = ofDraft.get(draft.id) ?? [];
    if (operation === undefined) yield `Lost: draft ${draft.source_id} was never queued.`;
    else yield* judgeOne(draft, operation, ofKey.get(operation.idempotency_key) ?? []);
    if (more.length > 0) yield `Draft ${draft.source_id} has ${1 + more.length} operations.`;
  }
  const keys = new Set(operations.map((operation) => operation.idempotency_key));
  for (const { id, key } of events) {
    if (key === null || !keys.has(key)) yield `From nowhere: event ${id} was made with the key ${key}.`;
  }
}

function* judgeOne(draft: DraftFact, operation: OperationFact, effects: EventFact[]): Generator<string> {
  const name = `${operation.idempotency_key} (${operation.state})`;
  const ids = effects.map(({ id }) => id);
  if (ids.length > 1) yield `Twice: ${name} made the events ${ids.join(', ')}.`;
  switch (operation.state) {
    case 'delivered':
      if (ids.length === 0) yield `Lost: ${name} made no event.`;
      else if (operation.remote_id === null || !ids.includes(operation.remote_id))
        yield `Mixed up: ${name} is told to be event ${operation.remote_id}, and made ${ids.join(', ')}.`;
      break;
    case 'needsReview':
      break;
    default:
      yield `Stuck: ${name} is neither delivered nor waiting for a person: ${operation.error?.message}`;
  }
  for (const { id, title, channelId, startAt } of effects) {
    const same = title === draft.fields.title && channelId === draft.fields.channelId;
    if (!same || startAt.slice(0, 16) !== draft.fields.startLocal)
      yield `Spoilt: event ${id} of ${name} says ${title}, ${startAt}.`;
  }
}
