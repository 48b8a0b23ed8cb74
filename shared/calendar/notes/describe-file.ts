import type { RowIssue } from '../types.ts';
import { dateOrderNotes, unusedDates, yearNote, zNote } from './date-notes.ts';
import { type FileFacts, note } from './file-facts.ts';

/** Notes about the file as a whole: what a person should know before they confirm an import. */
export function describeFile(facts: FileFacts): RowIssue[] {
  return [
    ...unknownMappingNames(facts),
    ...dateOrderNotes(facts),
    ...yearNote(facts),
    ...unusedDates(facts),
    ...shortRows(facts),
    ...placeNote(facts),
    ...carryNotes(facts),
    ...priceNote(facts),
    ...zNote(facts),
  ];
}

function unknownMappingNames(facts: FileFacts): RowIssue[] {
  return facts.plan.unknownNames.map((name) =>
    note(
      facts,
      name,
      'unknown_column',
      `The mapping names a column “${name}” that the file does not have. Check its spelling.`,
    ),
  );
}

/** Programs drop blank cells at the end of a row, so short rows are normal; but a person may wonder. */
function shortRows(facts: FileFacts): RowIssue[] {
  const { first, count } = facts.short;
  if (first === null) return [];
  const message = `${count} of the rows have fewer cells than the header; the missing cells count as empty. The first is row ${first}.`;
  return [{ ...note(facts, null, 'short_rows', message), row: first }];
}

function placeNote(facts: FileFacts): RowIssue[] {
  const city = facts.plan.columns.find(({ role }) => role === 'placeName');
  const hasPlaceId = facts.plan.columns.some(({ role }) => role === 'placeId');
  const { placeId } = facts.options;
  if (city === undefined || hasPlaceId || placeId === undefined) return [];
  return [
    note(
      facts,
      city.header,
      'one_place_for_all',
      `The column “${city.header}” names places, but all rows get the place id “${placeId}”. Map a column of place ids if they differ.`,
    ),
  ];
}

/** Rows then mean more than their own cells, so a person should look at a few of them. */
function carryNotes(facts: FileFacts): RowIssue[] {
  const { pattern } = facts;
  const filled = [
    ...(pattern.date ? ['date'] : []),
    ...(pattern.dateParts ? ['month or year'] : []),
    ...(pattern.place ? ['venue'] : []),
  ];
  return [
    ...(filled.length === 0
      ? []
      : [
          note(
            facts,
            null,
            'fills_down',
            `This sheet writes the ${filled.join(' and the ')} only in the first row of a group. Rows without one take it from the row above.`,
          ),
        ]),
    ...(pattern.dateHeadings
      ? [note(facts, null, 'dates_in_headings', 'Rows without a date take it from the heading above them.')]
      : []),
  ];
}

/** The platform documents no price: it can only be shown in the name of a ticket link. */
function priceNote(facts: FileFacts): RowIssue[] {
  const price = facts.plan.columns.find(
    ({ role, index }) => role === 'price' && (facts.profiles[index]?.filled ?? 0) > 0,
  );
  if (price === undefined) return [];
  return [
    note(
      facts,
      price.header,
      'price_without_link',
      `Prices (“${price.header}”) are shown in the name of a ticket link. Rows without a link are published without their price.`,
    ),
  ];
}
