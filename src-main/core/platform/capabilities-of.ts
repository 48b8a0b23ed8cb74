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
    security: securityOf(root),
  };
}

function fieldsFor(root: DocumentNode, create: DocumentOperation | null): Capabilities['fields'] {
  const listed = create === null ? [] : fieldsOf(root, bodySchema(root, create, 'application/json'));
  const names = new Set(listed.map(({ name }) => name));
  return [...listed, ...documentedCapabilities.fields.filter(({ name }) => !names.has(name))];
}

function securityOf(root: DocumentNode): Security[] {
  const schemes = own(own(root, 'components'), 'securitySchemes');
  if (!isNode(schemes)) return documentedCapabilities.security;
  return Object.keys(schemes).flatMap((key): Security[] => {
    const scheme = follow(root, own(schemes, key));
    const type = own(scheme, 'type');
    if (typeof type !== 'string') return [];
    const name = type === 'http' ? own(scheme, 'scheme') : own(scheme, 'name');
    return [{ name: typeof name === 'string' ? name : key, type, source: 'document' }];
  });
}
