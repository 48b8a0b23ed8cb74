import Papa from 'papaparse';
import type { DraftView } from '#shared/contract/views.ts';

/** One column per draft field, with headers that the importer recognises, so that a file comes back as it went out. */
const columns: [header: string, value: (draft: DraftView) => string][] = [
  ['ID', (draft) => draft.sourceId ?? draft.id],
  ['Title', ({ fields }) => fields.title],
  ['Start', ({ fields }) => fields.startLocal?.replace('T', ' ') ?? ''],
  ['End', ({ fields }) => fields.endLocal?.replace('T', ' ') ?? ''],
  ['All day', ({ fields }) => (fields.allDay ? 'TRUE' : '')],
  ['Time zone', ({ fields }) => fields.timeZone ?? ''],
  ['Venue', ({ fields }) => fields.locationName],
  ['Description', ({ fields }) => fields.description],
  ['Classifications', ({ fields }) => fields.classifications.join(', ')],
  ['Channel ID', ({ fields }) => text(fields.channelId)],
  ['Place ID', ({ fields }) => fields.placeId ?? ''],
  ['City', ({ fields }) => fields.placeName ?? ''],
  ['Country', ({ fields }) => fields.countryCode ?? ''],
  ['Cover image', ({ fields }) => text(fields.coverImage)],
  ['Ticket name', ({ fields }) => fields.offers[0]?.name ?? ''],
  ['Ticket URL', ({ fields }) => fields.offers[0]?.url ?? ''],
  ['Capacity', ({ fields }) => text(fields.capacity)],
  ['Publish as', ({ fields }) => fields.publishAs],
];

/**
 * What a spreadsheet takes for a formula by its first character, however many lines follow. An apostrophe that stands
 * there already gets one more, so that taking one off gives the text back.
 */
export const FORMULA = /^'*[=+\-@\t\r]/;

/**
 * Drafts as CSV (RFC 4180: comma, CRLF, quotes where needed), with a header and a UTF-8 byte order mark, which
 * spreadsheets need to see the encoding. Cells that a spreadsheet would run as a formula get an apostrophe in front.
 */
export function toCsv(drafts: DraftView[]): string {
  const rows = drafts.map((draft) => columns.map(([, value]) => value(draft)));
  const header = columns.map(([name]) => name);
  return `\uFEFF${Papa.unparse([header, ...rows], { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;
}

function text(number: number | null): string {
  return number === null ? '' : String(number);
}
