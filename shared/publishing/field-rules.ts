import { draftFieldLabels } from '../drafts/draft.ts';
import type { Field } from '../platform/capabilities.ts';
import type { CreateEventBody } from './event-body.ts';
import { apiFieldToDraftField, type PublishProblem } from './readiness.ts';

/**
 * What the platform's own document would refuse in a body: a required field that this draft lacks, a text or list that
 * is too long or too short, a number out of bounds, a value that is not in a complete list. Patterns are not tried:
 * a stranger's can take for ever.
 * @param fields of the call that creates events; only those that the document lists count
 */
export function fieldRuleProblems(body: CreateEventBody, fields: readonly Field[]): PublishProblem[] {
  return fields
    .filter(({ name, source }) => source === 'document' && !name.includes('[]'))
    .flatMap((field) => {
      const draftField = apiFieldToDraftField[field.name];
      // What no draft has is no draft's fault: it holds the lane (`platform/breaking.ts`).
      const problem = draftField === undefined ? null : problemOf(valueAt(body, field.name), field);
      if (draftField === undefined || problem === null) return [];
      return [{ field: draftField, code: problem.code, message: `${draftFieldLabels[draftField]}: ${problem.says}` }];
    });
}

type Found = { code: string; says: string };

function problemOf(value: unknown, field: Field): Found | null {
  if (value === undefined) {
    return field.required ? { code: 'platform_requires', says: 'the platform requires it.' } : null;
  }
  if (typeof value === 'string') return tooLong(value, field) ?? notListed([value], field);
  if (typeof value === 'number') return outOfBounds(value, field);
  if (Array.isArray(value)) {
    const texts = value.filter((one) => typeof one === 'string');
    return wrongCount(value.length, field) ?? notListed(texts, field);
  }
  return null;
}

function tooLong(text: string, { limits: { maxLength, minLength } }: Field): Found | null {
  // JSON Schema counts characters, not UTF-16 units (RFC 8259 text, draft 2020-12 §6.3.1).
  const length = [...text].length;
  if (typeof maxLength === 'number' && length > maxLength)
    return { code: 'too_long', says: `the platform takes ${maxLength} characters at most; this has ${length}.` };
  if (typeof minLength === 'number' && length < minLength)
    return { code: 'too_short', says: `the platform wants ${minLength} characters at least.` };
  return null;
}

function outOfBounds(value: number, { limits: { minimum, maximum } }: Field): Found | null {
  if (typeof maximum === 'number' && value > maximum)
    return { code: 'too_large', says: `the platform takes ${maximum} at most.` };
  if (typeof minimum === 'number' && value < minimum)
    return { code: 'too_small', says: `the platform takes ${minimum} at least.` };
  return null;
}

function wrongCount(count: number, { limits: { minItems, maxItems } }: Field): Found | null {
  if (typeof maxItems === 'number' && count > maxItems)
    return { code: 'too_many', says: `the platform takes ${maxItems} at most.` };
  if (typeof minItems === 'number' && count < minItems)
    return { code: 'too_few', says: `the platform wants ${minItems} at least.` };
  return null;
}

function notListed(values: string[], { values: taken, valuesComplete }: Field): Found | null {
  if (!valuesComplete) return null;
  const other = values.filter((value) => !taken.some((one) => one.value === value));
  return other.length === 0 ? null : { code: 'not_taken', says: `the platform does not take “${other.join('”, “')}”.` };
}

function valueAt(body: CreateEventBody, name: string): unknown {
  return name
    .split('.')
    .reduce<unknown>(
      (here, key) =>
        typeof here === 'object' && here !== null && Object.hasOwn(here, key)
          ? (here as Record<string, unknown>)[key]
          : undefined,
      body,
    );
}
