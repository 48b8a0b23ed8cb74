import type { ColumnRole } from '../../types.ts';

/**
 * What one language calls a column: names between commas, best first. A role can be named by many words; `ignore` lists names of
 * columns that look like a date, a time or a link but are something else (when doors open, when a row was changed).
 */
export type HeaderNames = Partial<Record<ColumnRole, string>>;
