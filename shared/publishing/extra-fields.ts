import type { DraftFields } from '../drafts/draft.ts';
import type { Capabilities } from '../platform/capabilities.ts';

/**
 * Draft fields that the public pages name in prose only. They are kept in the draft, and sent only when the platform's
 * own document lists a key of that name in a form that the draft's value has.
 */
export const extraFields = ['description', 'capacity'] as const;
export type ExtraField = (typeof extraFields)[number];

/** The document was never read, does not list it, or lists it with another type. */
export const unsentReasons = ['notRead', 'notListed', 'otherForm'] as const;

export type UnsentField = { field: ExtraField; why: (typeof unsentReasons)[number] };

const TYPES: Record<ExtraField, readonly string[]> = { description: ['string'], capacity: ['integer', 'number'] };

/** The extra fields that are sent: those that the document lists as text and as a number. */
export function sentExtraFields({ fields }: Pick<Capabilities, 'fields'>): ExtraField[] {
  return extraFields.filter((name) => {
    const listed = fields.find((field) => field.name === name && field.source === 'document');
    return listed?.types.some((type) => TYPES[name].includes(type)) === true;
  });
}

/** True when the draft has something in a field that may not be sent. */
export function isFilled(fields: Pick<DraftFields, ExtraField>, field: ExtraField): boolean {
  return field === 'capacity' ? fields.capacity !== null : fields.description.trim() !== '';
}

/** The extra fields that stay in the draft, and why. `isRead`: the platform's document could be read at least once. */
export function unsentExtraFields(capabilities: Capabilities, isRead: boolean): UnsentField[] {
  const sent = sentExtraFields(capabilities);
  return extraFields
    .filter((field) => !sent.includes(field))
    .map((field) => {
      if (!isRead) return { field, why: 'notRead' };
      const listed = capabilities.fields.some(({ name, source }) => name === field && source === 'document');
      return { field, why: listed ? 'otherForm' : 'notListed' };
    });
}
