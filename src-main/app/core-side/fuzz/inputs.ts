import fc from 'fast-check';
import { z } from 'zod';
import { contract } from '#shared/contract/contract.ts';
import type { CoreCall } from '#shared/contract/names.ts';

/** Texts that have broken programs before: markup, bidi controls, paths, formulas, names of prototypes, broken UTF-16. */
const nastyTexts = [
  '',
  '<img src=x onerror=alert(1)>',
  '\u202egnp.exe',
  '../../../etc/passwd',
  'C:\\Windows\\x',
  '=HYPERLINK("http://x")',
  '__proto__',
  'constructor',
  '\u0000',
  '\ud800',
  "'; DROP TABLE drafts; --",
  '"*" OR NEAR(',
  'x'.repeat(600),
];

const text = fc.oneof(fc.constantFrom(...nastyTexts), fc.string({ maxLength: 20, unit: 'binary' }));
const number = fc.oneof(fc.constantFrom(0, -1, 1, 1_000, 1e21, Number.NaN, Number.POSITIVE_INFINITY), fc.double());
const anything = fc.oneof(text, number, fc.boolean(), fc.constantFrom(null, undefined), fc.anything({ maxDepth: 3 }));

/**
 * Inputs for one call: built along its own schema, so that most get past the gate or fail at a single place, and any
 * value at all in between.
 */
export function inputsOf(call: CoreCall): fc.Arbitrary<unknown> {
  const schema = z.toJSONSchema(contract[call].input, { io: 'input', unrepresentable: 'any' }) as Schema;
  return fc.oneof({ weight: 4, arbitrary: along(schema) }, { weight: 1, arbitrary: anything });
}

type Schema = {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  maximum?: number;
  maxLength?: number;
};

function along(schema: Schema): fc.Arbitrary<unknown> {
  const wrongNow: fc.WeightedArbitrary<unknown> = { weight: 1, arbitrary: anything };
  const right = rightOf(schema);
  return fc.oneof({ weight: 40, arbitrary: right }, wrongNow);
}

function rightOf(schema: Schema): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map(along));
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object': {
      const fields: Record<string, fc.Arbitrary<unknown>> = {};
      for (const [name, field] of Object.entries(schema.properties ?? {})) fields[name] = along(field);
      return fc.record(fields, { requiredKeys: schema.required ?? [] });
    }
    case 'array':
      return fc.array(along(schema.items ?? {}), { maxLength: 3 });
    case 'string':
      return text.map((made) => made.slice(0, schema.maxLength ?? made.length));
    case 'integer':
      return fc.integer({ min: -1, max: Math.min(schema.maximum ?? 1_000, 1_000) });
    case 'number':
      return number;
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return anything;
  }
}
