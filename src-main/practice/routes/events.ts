import { z } from 'zod';
import { payloadHash } from '../canonical.ts';
import { ApiError } from '../errors.ts';
import { namespaceOf } from '../idempotency.ts';
import { type Call, defineOperation, type Operation } from '../operation.ts';
import { minimalPage, PageQuery } from '../paging.ts';
import { EventCreate, EventDoc, EventUpdate } from '../schemas.ts';
import { createdAnswer } from '../store.ts';

/** Documented: one event comes back below `doc`. */
export const EventAnswer = z.object({ doc: EventDoc });

/** The minimal paging envelope (documented, page pagination). */
export const EventPage = z.object({
  docs: z.array(EventDoc),
  totalDocs: z.number().int(),
  limit: z.number().int(),
  page: z.number().int(),
});

type CreateVariant = { body?: z.ZodType<EventCreate>; deprecated?: NonNullable<Operation['deprecated']> };

/** `POST /events`: creates one event in a channel of the key's owner. Contracts differ in the body and in its end. */
export const createEventWith = ({ body = EventCreate, deprecated }: CreateVariant): Operation =>
  defineOperation({
    id: 'createEvent',
    ...(deprecated && { deprecated }),
    method: 'POST',
    path: '/api/public/v1/events',
    summary: 'Create an event in a channel',
    source: 'create-events',
    assumed:
      'The status 201, the fields of the answer besides id and title, the spelling of draft, description and capacity, ' +
      'and which optional fields are checked how.',
    access: 'events:create',
    body,
    idempotent: true,
    refuses: ['forbidden', 'not_found'],
    success: { status: 201, contentType: 'application/json', schema: EventAnswer },
    handle(call) {
      const caller = callerOf(call);
      call.world.channels.requireAccess(caller.owner, call.body.channelId);
      const origin = {
        key: call.idempotencyKey ?? null,
        namespace: namespaceOf(caller, call.world.sharedBy),
        payloadHash: payloadHash(call.rawBody),
      };
      return createdAnswer(call.world.store.create(call.body, origin));
    },
  });

export const createEvent = createEventWith({});

/**
 * `GET /events`. Assumed: the scope `events:read`, that drafts are included, that only the owner's events are, and
 * the order: newest first, so that pages shift when something is created while a client walks through them.
 */
export const listEvents = defineOperation({
  id: 'listEvents',
  method: 'GET',
  path: '/api/public/v1/events',
  summary: 'List the events of the owner of the key, newest first',
  source: 'pagination',
  assumed: 'The scope, the order, the default page size, and the fields of an event.',
  access: 'events:read',
  query: PageQuery,
  success: { status: 200, contentType: 'application/json', schema: EventPage },
  handle(call) {
    const { owner } = callerOf(call);
    const docs = call.world.store.all().map(({ doc }) => doc);
    const own = docs.filter((doc) => call.world.channels.owns(owner, doc.channelId)).reverse();
    return { status: 200, body: minimalPage(own, call.query) };
  },
});

/** Assumed: the path and the method. The docs know the scope `events:update` only. */
export const updateEvent = defineOperation({
  id: 'updateEvent',
  method: 'PATCH',
  path: '/api/public/v1/events/{id}',
  summary: 'Change fields of an event',
  source: null,
  assumed: 'The path, the method, the body and the answer. Only the scope is documented.',
  access: 'events:update',
  params: z.object({ id: z.coerce.number().int() }),
  body: EventUpdate,
  refuses: ['not_found'],
  success: { status: 200, contentType: 'application/json', schema: EventAnswer },
  handle(call) {
    const { world, params } = call;
    const event = world.store.find(params.id);
    // Assumed: somebody else's event is not told apart from one that does not exist.
    if (!event || !world.channels.owns(callerOf(call).owner, event.channelId)) {
      throw new ApiError('not_found', `There is no event ${params.id}.`);
    }
    return { status: 200, body: { doc: world.store.update(params.id, call.body) } };
  },
});

function callerOf({ caller }: Pick<Call<never, never, never>, 'caller'>) {
  if (!caller) throw new Error('This operation must not be public.');
  return caller;
}
