import { invalidRequest } from './errors.ts';
import type { Claim, IdempotencyStore } from './idempotency.ts';
import type { CreatedRecord, Journal, JournalRecord, MediaDoc } from './journal.ts';
import type { Clock } from './options.ts';
import { type EventCreate, type EventDoc, type EventUpdate, endsAfterStart } from './schemas.ts';

/** One event that exists, with what its creation was known by. */
export type PracticeEvent = {
  /** The event as it is now. */
  doc: EventDoc;
  /** Null when it was created without a key. */
  idempotencyKey: string | null;
  /** SHA-256 of the canonical payload, hex. */
  payloadHash: string;
  /** Milliseconds since the epoch. */
  committedAt: number;
};

/** How a creation is identified: the claim of its request, or only a hash when it sent no key. */
export type Origin = Omit<Claim, 'key'> & { key: string | null };

export type EventStore = {
  /** In the order of creation. */
  all(): PracticeEvent[];
  find(id: number): EventDoc | undefined;
  create(body: EventCreate, origin: Origin): EventDoc;
  /** @throws ApiError 400 when the changed event would end before it starts. @throws Error for an unknown id. */
  update(id: number, change: EventUpdate): EventDoc;
  addMedia(file: Omit<MediaDoc, 'id'>): MediaDoc;
};

/** Assumed: 201. The page create-events shows the body, not the status. */
export function createdAnswer(doc: EventDoc) {
  return { status: 201, body: { doc } };
}

/** Events and media in memory; the journal is written first, so what was answered is never forgotten. */
export function createEventStore(
  clock: Clock,
  journal: Journal,
  idempotency: IdempotencyStore,
  firstEventId: number,
): EventStore {
  const events = new Map<number, PracticeEvent>();
  let lastEventId = firstEventId - 1;
  let lastMediaId = 0;

  function apply(record: JournalRecord) {
    switch (record.kind) {
      case 'eventCreated':
        events.set(record.doc.id, toEvent(record));
        lastEventId = Math.max(lastEventId, record.doc.id);
        break;
      case 'eventUpdated': {
        const event = events.get(record.doc.id);
        if (event) event.doc = record.doc;
        break;
      }
      case 'mediaUploaded':
        lastMediaId = Math.max(lastMediaId, record.doc.id);
        break;
    }
  }

  function commit(record: JournalRecord) {
    journal.append(record);
    apply(record);
  }

  for (const record of journal.past) {
    apply(record);
    if (record.kind === 'eventCreated' && record.idempotencyKey !== null) {
      const claim = { namespace: record.namespace, key: record.idempotencyKey, payloadHash: record.payloadHash };
      idempotency.restore(claim, createdAnswer(record.doc), record.committedAt);
    }
  }

  return {
    all: () => [...events.values()],
    find: (id) => events.get(id)?.doc,
    create(body, { key, namespace, payloadHash }) {
      const committedAt = clock.now();
      const at = new Date(committedAt).toISOString();
      const doc: EventDoc = {
        id: lastEventId + 1,
        ...body,
        status: body.status ?? 'draft',
        createdAt: at,
        updatedAt: at,
      };
      commit({ kind: 'eventCreated', doc, idempotencyKey: key, namespace, payloadHash, committedAt });
      return doc;
    },
    update(id, change) {
      const before = events.get(id)?.doc;
      if (!before) throw new Error(`Event ${id} does not exist.`);
      const doc = { ...before, ...withoutUndefined(change), updatedAt: new Date(clock.now()).toISOString() };
      if (!endsAfterStart(doc)) throw invalidRequest('endAt', 'Must not be before startAt.');
      commit({ kind: 'eventUpdated', doc });
      return doc;
    },
    addMedia(file) {
      const doc = { id: lastMediaId + 1, ...file };
      commit({ kind: 'mediaUploaded', doc });
      return doc;
    },
  };
}

function toEvent({ doc, idempotencyKey, payloadHash, committedAt }: CreatedRecord): PracticeEvent {
  return { doc, idempotencyKey, payloadHash, committedAt };
}

/** JSON has no undefined, so a key with that value cannot come from a request; this tells the compiler. */
function withoutUndefined(change: EventUpdate): Partial<EventDoc> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
