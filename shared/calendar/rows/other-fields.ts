import type { DraftField, DraftFields } from '../../drafts/draft.ts';
import { quoteCell } from '../text/fold.ts';
import type { ReadingOptions } from '../types.ts';
import { readCountry } from './country.ts';
import { readWholeNumber } from './numbers.ts';
import { readOffers } from './offers.ts';
import { readPublishWord } from './publish-words.ts';
import type { RowCells } from './row-cells.ts';
import { manyLines, oneLine, toClassifications, withinLimit } from './texts.ts';

const LONGEST_PLACE = 500;

/** Takes HTML out of a text, or leaves it. */
export type Plain = (text: string) => string;

export const asIs: Plain = (text) => text;

export type Shared = { fields: DraftFields; given: DraftField[]; set: Setter };

/** What the events of a row have in common, once it is known that they are events. */
export function readOtherFields(row: RowCells, { set }: Shared, plain: Plain): void {
  const text = (role: 'description' | 'locationName') =>
    withinLimit(row, row.columns.label(role), plain(manyLines(row.get(role))));
  const description = text('description');
  set('description', description, description !== '');
  const location = oneLine(text('locationName'));
  set('locationName', location, location !== '');
  const classifications = toClassifications(plain(row.get('classifications')));
  set('classifications', classifications, classifications.length > 0);
  const offers = readOffers(row);
  set('offers', offers, offers.length > 0);
  readPlace(row, set);
  readNumbers(row, set);
  const publishAs = readPublishWord(row.get('publishAs'));
  if (publishAs !== null) set('publishAs', publishAs, true);
}

export type Setter = <Field extends DraftField>(field: Field, value: DraftFields[Field], isGiven: boolean) => void;

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
  const cell = row.get('countryCode');
  const country = cell === '' ? null : readCountry(cell);
  if (country !== null) set('countryCode', country, true);
  else if (cell !== '') {
    row.warn(
      row.columns.label('countryCode'),
      'not_a_country_code',
      `${quoteCell(cell)} is not a country code, so it was left out. Write two letters, for example DE.`,
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
export function applyDefaults(fields: DraftFields, given: readonly DraftField[], options: ReadingOptions): void {
  const lacks = (field: DraftField) => !given.includes(field);
  if (lacks('channelId') && options.channelId !== undefined) fields.channelId = options.channelId;
  if (lacks('placeId') && options.placeId !== undefined) fields.placeId = options.placeId;
  if (lacks('placeName') && options.placeName !== undefined) fields.placeName = options.placeName;
  if (lacks('countryCode') && options.countryCode !== undefined) fields.countryCode = options.countryCode;
  if (lacks('classifications') && options.classification !== undefined)
    fields.classifications = [options.classification];
}
