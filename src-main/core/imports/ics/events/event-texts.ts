import type { RowCells } from '#shared/calendar/rows/row-cells.ts';
import { manyLines, oneLine, toClassifications, withinLimit } from '#shared/calendar/rows/texts.ts';
import { quoteCell } from '#shared/calendar/text/fold.ts';
import { plainText } from '#shared/calendar/text/html.ts';
import type { ReadingOptions } from '#shared/calendar/types.ts';
import { type DraftField, type DraftFields, emptyDraftFields } from '#shared/drafts/draft.ts';
import type { Component } from '../text/components.ts';
import { listOf } from '../text/values.ts';
import { every, text, word } from './properties.ts';

export type EventTexts = { fields: DraftFields; given: DraftField[] };

const WEB_ADDRESS = /^https?:\/\/[^\s/?#]+\S*$/i;
const LONGEST_URL = 4_000;
const LONGEST_NAME = 500;

/**
 * Everything about an event but its times. Guests, organizers, alarms and coordinates are never read: they are
 * personal, or for machines.
 *
 * @param isOurs the file is our own export, which says the ticket's link apart from the page of the event
 * @param title of the series, for a date of it that has none
 */
export function readEventTexts(
  event: Component,
  { options, isOurs, title: inherited }: { options: ReadingOptions; isOurs: boolean; title: string },
  row: RowCells,
): EventTexts {
  const fields = emptyDraftFields();
  const given: DraftField[] = [];
  const set = <Field extends DraftField>(field: Field, value: DraftFields[Field], isGiven: boolean) => {
    if (!isGiven) return;
    fields[field] = value;
    given.push(field);
  };

  const written = titleOf(event, row);
  const title = (isOurs ? written : plainText(written)) || inherited;
  set('title', title, title !== '');
  if (title === '')
    row.error('SUMMARY', 'no_title', 'This event has no title (SUMMARY). Add one in the calendar and export again.');
  const plain = isOurs ? (written: string) => written : plainText;
  const location = withinLimit(row, 'LOCATION', oneLine(plain(text(event, 'LOCATION'))));
  set('locationName', location, location !== '');
  const classifications = [...new Set(every(event, 'CATEGORIES').flatMap(listOf).flatMap(toClassifications))];
  set('classifications', classifications.slice(0, 100), classifications.length > 0);

  const ticket = linkOf(event, 'X-TICKETS-URL', row);
  const ticketName = oneLine(text(event, 'X-TICKETS-NAME')).slice(0, LONGEST_NAME) || 'Tickets';
  set('offers', [{ name: ticketName, url: ticket, availability: 'available' }], ticket !== '');
  const page = isOurs ? '' : linkOf(event, 'URL', row);
  const description = withinLimit(
    row,
    'DESCRIPTION',
    withLink(plain(manyLines(text(event, 'DESCRIPTION'))), page, ticket),
  );
  set('description', description, description !== '');

  set('publishAs', 'draft', isPrivate(event, row));
  applyDefaults(fields, given, options);
  return { fields, given };
}

/** The title of an event, in one line. */
export function titleOf(event: Component, row: RowCells): string {
  return withinLimit(row, 'SUMMARY', oneLine(text(event, 'SUMMARY')));
}

/** A web address of the event, or '' when it has none. */
function linkOf(event: Component, name: string, row: RowCells): string {
  const url = text(event, name);
  if (url === '' || (WEB_ADDRESS.test(url) && url.length <= LONGEST_URL)) return url;
  row.warn(name, 'not_a_link', `${quoteCell(url)} in ${name} is not a web address, so it was left out.`);
  return '';
}

/** The page of an event is no ticket: it goes to the end of the description, unless it is in there or is the ticket's. */
function withLink(description: string, page: string, ticket: string): string {
  if (page === '' || page === ticket || description.includes(page)) return description;
  return description === '' ? page : `${description}\n\n${page}`;
}

/** What its owner keeps private is sent hidden, until a person decides otherwise. */
function isPrivate(event: Component, row: RowCells): boolean {
  const access = word(event, 'CLASS');
  if (access !== 'PRIVATE' && access !== 'CONFIDENTIAL') return false;
  row.warn(
    'CLASS',
    'private_event',
    `The calendar marks this event as ${access.toLowerCase()}, so it would be published hidden, as a draft. Change “Publish as” if visitors may see it.`,
  );
  return true;
}

function applyDefaults(fields: DraftFields, given: readonly DraftField[], options: ReadingOptions): void {
  fields.channelId = options.channelId ?? null;
  fields.placeId = options.placeId ?? null;
  fields.placeName = options.placeName ?? null;
  fields.countryCode = options.countryCode ?? null;
  if (!given.includes('classifications') && options.classification !== undefined)
    fields.classifications = [options.classification];
}
