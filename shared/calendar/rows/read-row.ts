import { type DraftField, type DraftFields, emptyDraftFields } from '../../drafts/draft.ts';
import { quoteCell } from '../text/fold.ts';
import type { ReadingOptions, ReadRow } from '../types.ts';
import { readWholeNumber } from './numbers.ts';
import { readOffers } from './offers.ts';
import { readPublishWord } from './publish-words.ts';
import { type ColumnLookup, RowCells } from './row-cells.ts';
import { readSourceId } from './source-id.ts';
import { manyLines, oneLine, toClassifications, withinLimit } from './texts.ts';
import { readWhen, type WhenContext } from './when.ts';

export type RowContext = WhenContext & { columns: ColumnLookup; options: ReadingOptions };

const LONGEST_PLACE = 500;

/** One row of data as an event, or as invalid with every reason. Pure: the same cells give the same answer. */
export function readDataRow(rowNumber: number, cells: readonly string[], context: RowContext): ReadRow {
  const row = new RowCells(rowNumber, cells, context.columns);
  const fields = emptyDraftFields();
  const given: DraftField[] = [];
  const set = <Field extends DraftField>(field: Field, value: DraftFields[Field], isGiven: boolean) => {
    if (!isGiven) return;
    fields[field] = value;
    given.push(field);
  };

  const title = withinLimit(row, row.columns.label('title'), oneLine(manyLines(row.get('title'))));
  set('title', title, title !== '');
  if (title === '')
    row.error(row.columns.label('title'), 'no_title', 'This row has no title. Add one, or delete the row.');
  warnAboutExtraCells(row, cells, context.columns.labels.length);

  const when = readWhen(row, context);
  if (when === null || row.hasErrors) return { kind: 'invalid', row: rowNumber, cells: [...cells], issues: row.issues };
  const { given: givenTimes, venue, ...times } = when;
  Object.assign(fields, times);
  given.push(...givenTimes);

  const text = (role: 'description' | 'locationName') =>
    withinLimit(row, row.columns.label(role), manyLines(row.get(role)));
  const description = text('description');
  set('description', description, description !== '');
  const location = venue ?? oneLine(text('locationName'));
  set('locationName', location, location !== '');
  const classifications = toClassifications(row.get('classifications'));
  set('classifications', classifications, classifications.length > 0);
  const offers = readOffers(row);
  set('offers', offers, offers.length > 0);
  readPlace(row, set);
  readNumbers(row, set);
  const publishAs = readPublishWord(row.get('publishAs'));
  if (publishAs !== null) set('publishAs', publishAs, true);

  const sourceId = readSourceId(row);
  applyDefaults(fields, given, context.options);
  return { kind: 'event', row: rowNumber, sourceId, fields, given, issues: row.issues };
}

type Setter = <Field extends DraftField>(field: Field, value: DraftFields[Field], isGiven: boolean) => void;

function readPlace(row: RowCells, set: Setter): void {
  const placeId = row.get('placeId');
  set('placeId', placeId.slice(0, LONGEST_PLACE), placeId !== '');
  const placeName = withinLimit(
    row,
    row.columns.label('placeName'),
    oneLine(manyLines(row.get('placeName'))),
    LONGEST_PLACE,
  );
  set('placeName', placeName, placeName !== '');
  const country = row.get('countryCode').toUpperCase();
  if (/^[A-Z]{2}$/.test(country)) set('countryCode', country, true);
  else if (country !== '') {
    row.warn(
      row.columns.label('countryCode'),
      'not_a_country_code',
      `${quoteCell(country)} is not a country code, so it was left out. Write two letters, for example DE.`,
    );
  }
}

function readNumbers(row: RowCells, set: Setter): void {
  const channelId = readWholeNumber(row, 'channel', 'channel');
  set('channelId', channelId, channelId !== null);
  const capacity = readWholeNumber(row, 'capacity', 'capacity');
  set('capacity', capacity, capacity !== null);
  const coverImage = readWholeNumber(row, 'coverImage', 'cover image');
  set('coverImage', coverImage, coverImage !== null);
}

/** What the row lacks comes from the options. The time zone was settled with the times. */
function applyDefaults(fields: DraftFields, given: readonly DraftField[], options: ReadingOptions): void {
  const lacks = (field: DraftField) => !given.includes(field);
  if (lacks('channelId') && options.channelId !== undefined) fields.channelId = options.channelId;
  if (lacks('placeId') && options.placeId !== undefined) fields.placeId = options.placeId;
  if (lacks('placeName') && options.placeName !== undefined) fields.placeName = options.placeName;
  if (lacks('countryCode') && options.countryCode !== undefined) fields.countryCode = options.countryCode;
  if (lacks('classifications') && options.classification !== undefined)
    fields.classifications = [options.classification];
}

/** Cells beyond the header's last column: an unquoted delimiter has shifted the row, or a name is missing. */
function warnAboutExtraCells(row: RowCells, cells: readonly string[], width: number): void {
  const extra = cells.slice(width).filter((cell) => cell.trim() !== '');
  if (extra.length === 0) return;
  row.warn(
    null,
    'extra_cells',
    `The row has ${cells.length} cells, the header ${width}. What is beyond was left out: ${quoteCell(extra.join(', '))}. Check for a delimiter inside a text without quotation marks.`,
  );
}
