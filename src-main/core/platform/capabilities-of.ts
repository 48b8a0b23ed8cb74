import type { Capabilities, Offer, Security } from '#shared/platform/capabilities.ts';
import { documentedCapabilities } from '#shared/platform/documented.ts';
import { type DocumentNode, follow, isNode, own } from './contract-document.ts';
import { bodySchema, type DocumentOperation, operationsOf } from './reading/operations.ts';
import { findByName, findCreate, findList, findRead, findUpdate, findUpload, toRoute } from './reading/routes.ts';
import { fieldsOf } from './reading/schemas.ts';

/**
 * What a document says that the platform offers. Routes are found by what they are, so that a new path changes
 * nothing. A route that it does not list is null with the source `document`; a field that only the public pages name
 * stays, as `documented`.
 */
export function capabilitiesOf(root: DocumentNode): Capabilities {
  const operations = operationsOf(root);
  const create = findCreate(root, operations);
  const offer = (operation: DocumentOperation | null): Offer => ({ route: toRoute(operation), source: 'document' });
  return {
    routes: {
      createEvent: offer(create),
      updateEvent: offer(findUpdate(root, operations, create)),
      listEvents: offer(findList(root, operations, create)),
      readEvent: offer(findRead(operations, create)),
      uploadMedia: offer(findUpload(root, operations)),
      listChannels: offer(findByName(operations, ['channels'])),
      listClassifications: offer(findByName(operations, ['classifications', 'categories'])),
      listPlaces: offer(findByName(operations, ['places', 'cities'])),
    },
    fields: fieldsFor(root, create),
    security: securityOf(root, create),
  };
}

function fieldsFor(root: DocumentNode, create: DocumentOperation | null): Capabilities['fields'] {
  const listed = create === null ? [] : fieldsOf(root, bodySchema(root, create, 'application/json'));
  const names = new Set(listed.map(({ name }) => name));
  return [...listed, ...documentedCapabilities.fields.filter(({ name }) => !names.has(name))];
}

/**
 * The ways to show a key, each of which is enough: those of the call that creates events, else all that are named. Two
 * schemes that are wanted together are one way, with both names.
 */
function securityOf(root: DocumentNode, create: DocumentOperation | null): Security[] {
  const schemes = own(own(root, 'components'), 'securitySchemes');
  if (!isNode(schemes)) return documentedCapabilities.security;
  const wanted = own(create?.node, 'security') ?? own(root, 'security');
  const ways = Array.isArray(wanted) && create !== null ? wanted.filter(isNode) : Object.keys(schemes).map(only);
  return ways.map((way): Security => {
    const parts = Object.keys(way).map((key) => schemeOf(key, follow(root, own(schemes, key))));
    const joined = (pick: (part: (typeof parts)[number]) => string) => parts.map(pick).join(' and ') || 'none';
    return { name: joined(({ name }) => name), type: joined(({ type }) => type), source: 'document' };
  });
}

const only = (key: string): DocumentNode => ({ [key]: [] });

function schemeOf(key: string, scheme: unknown): { name: string; type: string } {
  const type = own(scheme, 'type');
  const name = type === 'http' ? own(scheme, 'scheme') : own(scheme, 'name');
  return { name: typeof name === 'string' ? name : key, type: typeof type === 'string' ? type : 'unknown' };
}
