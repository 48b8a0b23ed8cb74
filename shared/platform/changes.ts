import type { Capabilities, ContractChange, Field, Offer, RoutePurpose } from './capabilities.ts';
import { routePurposes } from './capabilities.ts';

const MOST_CHANGES = 100;

/** What each route is for, in words. */
const PURPOSES: Record<RoutePurpose, string> = {
  createEvent: 'creating events',
  updateEvent: 'changing events',
  listEvents: 'listing events',
  readEvent: 'reading one event',
  uploadMedia: 'uploading pictures',
  listChannels: 'listing channels',
  listClassifications: 'listing classifications',
  listPlaces: 'listing places',
};

/** What the platform's document says otherwise than before, as sentences for a person. At most 100. */
export function diffCapabilities(before: Capabilities, after: Capabilities): ContractChange[] {
  return [
    ...routePurposes.flatMap((purpose) => routeChange(purpose, before.routes[purpose], after.routes[purpose])),
    ...fieldChanges(before.fields, after.fields),
    ...keyChanges(before, after),
  ].slice(0, MOST_CHANGES);
}

function routeChange(purpose: RoutePurpose, { route: was }: Offer, { route: is }: Offer): ContractChange[] {
  const say = (text: string): ContractChange[] => [{ about: 'route', name: purpose, text }];
  const what = PURPOSES[purpose];
  if (was === null && is === null) return [];
  if (was === null) return say(`New: ${what} (${is?.method} ${is?.path}).`);
  if (is === null) return say(`Gone: ${what} (it was ${was.method} ${was.path}).`);
  if (was.path !== is.path || was.method !== is.method)
    return say(`Moved: ${what}, from ${was.method} ${was.path} to ${is.method} ${is.path}.`);
  if (was.deprecated === is.deprecated) return [];
  return say(is.deprecated ? `On its way out: ${what} (${is.method} ${is.path}).` : `Here to stay again: ${what}.`);
}

function fieldChanges(before: Field[], after: Field[]): ContractChange[] {
  const listed = (fields: Field[]) =>
    new Map(fields.filter(({ source }) => source === 'document').map((field) => [field.name, field]));
  const was = listed(before);
  const is = listed(after);
  const names = [...new Set([...was.keys(), ...is.keys()])];
  return names.flatMap((name) =>
    fieldTexts(was.get(name), is.get(name)).map((text): ContractChange => ({ about: 'field', name, text })),
  );
}

function fieldTexts(was: Field | undefined, is: Field | undefined): string[] {
  if (is === undefined) return was === undefined ? [] : [`The field “${was.name}” is listed no longer.`];
  const field = `The field “${is.name}”`;
  if (was === undefined) return [`${field} is new${is.required ? ', and required' : ''}.`];
  return [
    ...(was.required === is.required ? [] : [`${field} is ${is.required ? 'required now' : 'optional now'}.`]),
    ...(same(was.types, is.types) ? [] : [`${field} is ${words(is.types)} now (it was ${words(was.types)}).`]),
    ...valueTexts(field, was, is),
    ...limitTexts(field, was, is),
    ...(was.deprecated === is.deprecated || !is.deprecated ? [] : [`${field} is on its way out.`]),
  ];
}

function valueTexts(field: string, was: Field, is: Field): string[] {
  const values = ({ values }: Field) => values.map(({ value }) => String(value));
  const gone = values(was).filter((value) => !values(is).includes(value));
  const added = values(is).filter((value) => !values(was).includes(value));
  if (was.valuesComplete !== is.valuesComplete) {
    return [`${field} takes ${is.valuesComplete ? `only ${listOf(values(is))} now` : 'any value now'}.`];
  }
  return [
    ...(gone.length === 0 ? [] : [`${field} takes ${listOf(gone)} no longer.`]),
    ...(added.length === 0 ? [] : [`${field} takes ${listOf(added)} as well.`]),
  ];
}

function limitTexts(field: string, was: Field, is: Field): string[] {
  const names = [...new Set([...Object.keys(was.limits), ...Object.keys(is.limits)])] as (keyof Field['limits'])[];
  return names
    .filter((name) => was.limits[name] !== is.limits[name])
    .map(
      (name) =>
        `${field}: ${name} is ${is.limits[name] ?? 'not limited'} now (it was ${was.limits[name] ?? 'not limited'}).`,
    );
}

function keyChanges(before: Capabilities, after: Capabilities): ContractChange[] {
  const ways = ({ security }: Capabilities) => security.map(({ name, type }) => `${name} (${type})`);
  if (same(ways(before), ways(after))) return [];
  const text = `API keys are taken as ${listOf(ways(after)) || 'nothing that is named'} (it was ${listOf(ways(before)) || 'nothing that was named'}).`;
  return [{ about: 'key', name: 'security', text }];
}

const same = (a: readonly string[], b: readonly string[]) => a.toSorted().join('\n') === b.toSorted().join('\n');
const words = (types: string[]) => types.join(' or ') || 'of any type';
const SHOWN = 8;
const listOf = (values: string[]) =>
  values.slice(0, SHOWN).join(', ') + (values.length > SHOWN ? ` and ${values.length - SHOWN} more` : '');
