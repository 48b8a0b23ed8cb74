import { type Field, limitNames } from '#shared/platform/capabilities.ts';
import { type DocumentNode, follow, isNode, own } from '../contract-document.ts';

const DEEPEST = 5;
const MOST_FIELDS = 300;
const MOST_VALUES = 200;

type Property = { schema: unknown; required: boolean };

/** The properties of an object schema, those of `allOf` and of the one alternative beside null included. */
export function propertiesOf(
  root: DocumentNode,
  value: unknown,
  seen = new Set<DocumentNode>(),
): Map<string, Property> {
  const found = new Map<string, Property>();
  const schema = plainSchema(root, value);
  // Each schema once: a part of `allOf` that names its whole many times would multiply at every step.
  if (schema === undefined || seen.has(schema)) return found;
  seen.add(schema);
  for (const part of listOf(own(schema, 'allOf'))) {
    for (const [name, property] of propertiesOf(root, part, seen)) found.set(name, property);
  }
  const properties = own(schema, 'properties');
  for (const name of isNode(properties) ? Object.keys(properties) : []) {
    found.set(name, { schema: own(properties, name), required: found.get(name)?.required ?? false });
  }
  // `required` may stand beside an `allOf` that has the property.
  const required = new Set(listOf(own(schema, 'required')));
  for (const [name, property] of found) if (required.has(name)) found.set(name, { ...property, required: true });
  return found;
}

/** Every field of a body, by dotted name, in the order of the document. At most 300. */
export function fieldsOf(root: DocumentNode, body: unknown): Field[] {
  const fields: Field[] = [];
  const walk = (value: unknown, prefix: string, parentRequired: boolean, depth: number) => {
    if (depth > DEEPEST) return;
    for (const [name, property] of propertiesOf(root, value)) {
      if (fields.length >= MOST_FIELDS) return;
      const schema = plainSchema(root, property.schema);
      if (own(schema, 'readOnly') === true) continue;
      const required = parentRequired && property.required;
      fields.push(toField(root, prefix + name, required, schema));
      walk(schema, `${prefix}${name}.`, required, depth + 1);
      walk(own(schema, 'items'), `${prefix}${name}[].`, false, depth + 1);
    }
  };
  walk(body, '', true, 0);
  return fields;
}

function toField(root: DocumentNode, name: string, required: boolean, schema: DocumentNode | undefined): Field {
  const values = valuesOf(root, schema);
  const limits: Field['limits'] = {};
  for (const limit of limitNames) {
    const value = own(schema, limit);
    if (typeof value === 'number' || typeof value === 'string') limits[limit] = value;
  }
  return {
    name,
    required,
    types: typesOf(schema),
    values: values.map((value) => ({ value, source: 'document' })),
    valuesComplete: values.length > 0,
    limits,
    deprecated: own(schema, 'deprecated') === true,
    source: 'document',
  };
}

function typesOf(schema: DocumentNode | undefined): string[] {
  const type = own(schema, 'type');
  const said = (typeof type === 'string' ? [type] : listOf(type)).filter((one) => typeof one === 'string');
  if (said.length > 0) return said;
  return own(schema, 'properties') === undefined && own(schema, 'allOf') === undefined ? [] : ['object'];
}

/** The values of an enumeration: its own, or those of the items of a list. */
function valuesOf(root: DocumentNode, schema: DocumentNode | undefined): (string | number)[] {
  const items = plainSchema(root, own(schema, 'items'));
  const constant = own(schema, 'const');
  const listed = [...listOf(own(schema, 'enum')), ...listOf(own(items, 'enum')), constant];
  return listed.filter((one) => typeof one === 'string' || typeof one === 'number').slice(0, MOST_VALUES);
}

/** The schema behind references; of `anyOf` or `oneOf` with null the other one, for "may be null". */
function plainSchema(root: DocumentNode, value: unknown, depth = 0): DocumentNode | undefined {
  const schema = follow(root, value);
  if (!isNode(schema) || depth > DEEPEST) return undefined;
  const choices = [...listOf(own(schema, 'anyOf')), ...listOf(own(schema, 'oneOf'))]
    .map((choice) => follow(root, choice))
    .filter((choice) => own(choice, 'type') !== 'null');
  return choices.length === 1 ? (plainSchema(root, choices[0], depth + 1) ?? schema) : schema;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
