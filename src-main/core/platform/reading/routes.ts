import type { Route } from '#shared/platform/capabilities.ts';
import { documentedCapabilities } from '#shared/platform/documented.ts';
import { type DocumentNode, follow, isNode, own } from '../contract-document.ts';
import { answerSchema, bodySchema, type DocumentOperation } from './operations.ts';
import { propertiesOf } from './schemas.ts';

/** The required fields of the documented create call (page create-events). */
const CREATE_FIELDS = ['channelId', 'title', 'startAt', 'timezone', 'classifications', 'approxLocation'];

/** With fewer of them than this, a POST is something else. */
const FEWEST_CREATE_FIELDS = 4;

/**
 * The documented call that creates events, which is the one that the app sends to. Where it is not listed: the POST whose
 * JSON body looks most like an event with a channel; among equals the shortest path.
 */
export function findCreate(root: DocumentNode, operations: DocumentOperation[]): DocumentOperation | null {
  return operations.find(isDocumentedCreate) ?? findSuchCreate(root, operations);
}

/** True for the call that the public pages document. */
export function isDocumentedCreate({ method, path }: Pick<DocumentOperation, 'method' | 'path'>): boolean {
  const route = documentedCapabilities.routes.createEvent.route;
  return method === route?.method && path === route.path;
}

function findSuchCreate(root: DocumentNode, operations: DocumentOperation[]): DocumentOperation | null {
  const rated = operations
    .filter(({ method, path }) => method === 'POST' && !path.includes('{'))
    .map((operation) => ({ operation, likeness: likeness(root, bodySchema(root, operation, 'application/json')) }))
    .filter(({ likeness }) => likeness >= FEWEST_CREATE_FIELDS)
    // One that is on its way out is used only where there is no other.
    .sort(
      (a, b) =>
        Number(isDeprecated(a.operation)) - Number(isDeprecated(b.operation)) ||
        b.likeness - a.likeness ||
        a.operation.path.length - b.operation.path.length,
    );
  return rated[0]?.operation ?? null;
}

/** A PATCH or PUT of one event, below the path that creates them. */
export function findUpdate(
  root: DocumentNode,
  operations: DocumentOperation[],
  create: DocumentOperation | null,
): DocumentOperation | null {
  const fits = (operation: DocumentOperation) =>
    isOneBelow(operation, create) && looksLikeEvent(root, bodySchema(root, operation, 'application/json'));
  const found = operations.filter(fits);
  return found.find(({ method }) => method === 'PATCH') ?? found.find(({ method }) => method === 'PUT') ?? null;
}

export function findRead(operations: DocumentOperation[], create: DocumentOperation | null): DocumentOperation | null {
  return operations.find((operation) => operation.method === 'GET' && isOneBelow(operation, create)) ?? null;
}

/** The GET beside the create call, else another one that needs a key and answers a list of events. */
export function findList(
  root: DocumentNode,
  operations: DocumentOperation[],
  create: DocumentOperation | null,
): DocumentOperation | null {
  const reads = operations.filter(({ method, path }) => method === 'GET' && !path.includes('{'));
  return (
    reads.find(({ path }) => path === create?.path) ??
    reads.find((operation) => needsKey(root, operation) && answersEvents(root, operation)) ??
    null
  );
}

/** A multipart POST with a part that is a file. */
export function findUpload(root: DocumentNode, operations: DocumentOperation[]): DocumentOperation | null {
  const takesFile = (operation: DocumentOperation) =>
    [...propertiesOf(root, bodySchema(root, operation, 'multipart/form-data')).values()].some(({ schema }) => {
      const part = follow(root, schema);
      return own(part, 'format') === 'binary' || own(part, 'contentMediaType') !== undefined;
    });
  return operations.find((operation) => operation.method === 'POST' && takesFile(operation)) ?? null;
}

/** A GET whose last segment is one of these words: lists of names have no shape that tells them apart. */
export function findByName(operations: DocumentOperation[], names: string[]): DocumentOperation | null {
  const fits = ({ method, path }: DocumentOperation) =>
    method === 'GET' && names.includes(path.split('/').at(-1) ?? '');
  return operations.find(fits) ?? null;
}

export function toRoute(operation: DocumentOperation | null): Route | null {
  if (operation === null) return null;
  return { method: operation.method, path: operation.path, deprecated: isDeprecated(operation) };
}

const isDeprecated = ({ node }: DocumentOperation) => own(node, 'deprecated') === true;

function likeness(root: DocumentNode, schema: unknown): number {
  const properties = propertiesOf(root, schema);
  return looksLikeEvent(root, schema) ? CREATE_FIELDS.filter((name) => properties.has(name)).length : 0;
}

function looksLikeEvent(root: DocumentNode, schema: unknown): boolean {
  const properties = propertiesOf(root, schema);
  return properties.has('title') && properties.has('startAt');
}

function isOneBelow({ path }: DocumentOperation, create: DocumentOperation | null): boolean {
  return (
    create !== null && path.startsWith(`${create.path}/`) && /^\{[^/{}]+\}$/.test(path.slice(create.path.length + 1))
  );
}

function answersEvents(root: DocumentNode, operation: DocumentOperation): boolean {
  const docs = follow(root, propertiesOf(root, answerSchema(root, operation)).get('docs')?.schema);
  return isNode(docs) && looksLikeEvent(root, own(docs, 'items'));
}

function needsKey(root: DocumentNode, { node }: DocumentOperation): boolean {
  const security = own(node, 'security') ?? own(root, 'security');
  return Array.isArray(security) && security.length > 0;
}
