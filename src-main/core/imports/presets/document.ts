import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type Mapping, MappingSchema } from '#shared/calendar/mapping-document.ts';
import { columnRoles } from '#shared/calendar/types.ts';
import { OrganizerError } from '#shared/errors.ts';

/** Largest mapping that is read, in characters. */
const LONGEST = 2_000_000;

/** A mapping as JSON, for `organizer import --mapping`. */
export function toDocument(mapping: Mapping): string {
  return `${JSON.stringify(mapping, null, 2)}\n`;
}

/** Reads a mapping that was exported or written by hand. @throws OrganizerError `unreadable_input` with what is wrong */
export async function readMappingFile(file: string): Promise<Mapping> {
  try {
    const text = await readFile(file, 'utf8');
    if (text.length > LONGEST) throw new Error('It is too large.');
    return MappingSchema.parse(JSON.parse(text));
  } catch (cause) {
    const detail = cause instanceof z.ZodError ? z.prettifyError(cause) : 'It cannot be read as JSON.';
    const example = '{"columns": {"Event name": "title", "When": "start"}}';
    throw new OrganizerError(
      'unreadable_input',
      `The mapping ${file} is not usable. ${detail}\nIt looks like ${example}; roles: ${columnRoles.join(', ')}.`,
      { cause },
    );
  }
}
