import { z } from 'zod';
import type { Operation } from './operation.ts';
import { listChannels, listClassifications } from './routes/channels.ts';
import { contractOperation } from './routes/contract.ts';
import { createEvent, createEventWith, listEvents, updateEvent } from './routes/events.ts';
import { publicFeed } from './routes/feed.ts';
import { uploadMedia } from './routes/media.ts';
import { DocumentedEventCreate, EventCreate } from './schemas.ts';

/**
 * The contracts that the practice API can play, so that a client can be tried against a platform that offers less than
 * it hopes for, or changes. All are assumed: what the platform will really do, no page says.
 *
 * | name | what is offered |
 * |---|---|
 * | full | all that is documented, and all that is assumed: description, capacity, updates, media |
 * | minimal | the documented routes and fields only; any other field is refused |
 * | renamed | as full, but events live at another path; the documented one is gone |
 * | newField | as full, but an event needs a field that no page names |
 * | deprecated | as full, but the call that creates events is on its way out, in the document and in its answers |
 */
export const contractNames = ['full', 'minimal', 'renamed', 'newField', 'deprecated'] as const;
export const ContractNameSchema = z.enum(contractNames);
export type ContractName = z.infer<typeof ContractNameSchema>;

const reads = [listChannels, listClassifications, publicFeed];
const full = [createEvent, listEvents, updateEvent, uploadMedia];

const offered: Record<ContractName, readonly Operation[]> = {
  full,
  minimal: [createEventWith({ body: DocumentedEventCreate }), listEvents],
  renamed: full.map((operation) => ({ ...operation, path: operation.path.replace(/\/events\b/, '/listings') })),
  newField: [
    createEventWith({ body: EventCreate.safeExtend({ admission: z.enum(['free', 'ticketed']) }) }),
    listEvents,
    updateEvent,
    uploadMedia,
  ],
  deprecated: [
    createEventWith({ deprecated: { sinceMs: Date.UTC(2026, 0, 1), sunsetMs: Date.UTC(2027, 0, 1) } }),
    listEvents,
    updateEvent,
    uploadMedia,
  ],
};

/** The operations that a contract offers, its own document included. */
export function operationsOf(contract: ContractName): readonly Operation[] {
  return all.get(contract) ?? [];
}

const all = new Map(
  contractNames.map((name) => {
    const operations = [...reads, ...offered[name]];
    return [name, [...operations, contractOperation(operations)]] as const;
  }),
);

/** One operation for each method and path that any of the contracts offers. */
export function everyRoute(): Operation[] {
  const routes = new Map<string, Operation>();
  for (const operation of contractNames.flatMap(operationsOf)) {
    const name = `${operation.method} ${operation.path}`;
    if (!routes.has(name)) routes.set(name, operation);
  }
  return [...routes.values()];
}
