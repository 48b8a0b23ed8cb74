import { extraFields } from '../publishing/extra-fields.ts';
import type { Capabilities, Field } from './capabilities.ts';
import { documentedCapabilities } from './documented.ts';

/** Fields that a body of ours can have. */
const KNOWN = new Set<string>([...documentedCapabilities.fields.map(({ name }) => name), ...extraFields]);

/** Fields that each body of ours has. */
const ALWAYS_SENT = [
  ...documentedCapabilities.fields.filter(({ required }) => required).map(({ name }) => name),
  'status',
];

/**
 * Why each event would surely be refused, as whole sentences; empty when none need be. Only what the platform's document
 * says counts, and only what no draft can mend: a field that some drafts lack is told of those drafts
 * (`publishing/field-rules.ts`).
 */
export function whyNothingWouldPass(capabilities: Capabilities): string[] {
  return [...routeReasons(capabilities), ...fieldReasons(capabilities.fields), ...keyReasons(capabilities)];
}

function routeReasons({ routes: { createEvent } }: Capabilities): string[] {
  const ours = documentedCapabilities.routes.createEvent.route;
  if (createEvent.source !== 'document' || ours === null) return [];
  if (createEvent.route === null) return ['The API description of the platform lists no call that creates events.'];
  const { method, path } = createEvent.route;
  if (method === ours.method && path === ours.path) return [];
  return [`The API description of the platform has moved the call that creates events to ${method} ${path}.`];
}

function fieldReasons(fields: Field[]): string[] {
  const listed = fields.filter(({ source }) => source === 'document');
  const unknown = listed.filter(({ name, required }) => required && !KNOWN.has(name)).map(({ name }) => name);
  // Of a field and its own parts, the field is enough.
  const outermost = unknown.filter((name) => !unknown.some((other) => name.startsWith(`${other}.`)));
  return [
    ...outermost.map((name) => `Each event must have a field “${name}” now, which this app cannot fill.`),
    ...listed
      .filter((field) => ALWAYS_SENT.includes(field.name) && !takesOurType(field))
      .map(({ name, types }) => `The field “${name}” must be ${types.join(' or ')} now, which this app cannot send.`),
  ];
}

function takesOurType({ name, types }: Field): boolean {
  const ours = documentedCapabilities.fields.find((field) => field.name === name)?.types[0] ?? '';
  return types.length === 0 || types.includes(ours) || (ours === 'number' && types.includes('integer'));
}

/**
 * The key is sent as `Authorization: Bearer`. OAuth and OpenID Connect put a token there too, so that what such a
 * document means only shows when a key is used: the first answer tells, and costs one event no harm.
 */
function keyReasons({ security }: Capabilities): string[] {
  const fits = security.filter(
    ({ name, type }) =>
      (type === 'http' && name.toLowerCase() === 'bearer') ||
      (type === 'apiKey' && name.toLowerCase() === 'authorization') ||
      ['oauth2', 'openIdConnect', 'none'].includes(type),
  );
  if (security.length === 0 || fits.length > 0) return [];
  const ways = security.map(({ name, type }) => `${name} (${type})`).join(', ');
  return [`API keys are taken as ${ways} now, no longer in the form that this app sends.`];
}
