import type { ColumnReading, ColumnRole } from '#shared/calendar/types.ts';

const roles: Record<string, ColumnRole> = {
  UID: 'sourceId',
  SUMMARY: 'title',
  DTSTART: 'start',
  DTEND: 'end',
  DURATION: 'duration',
  LOCATION: 'locationName',
  DESCRIPTION: 'description',
  URL: 'description',
  CATEGORIES: 'classifications',
  CLASS: 'publishAs',
  'X-TICKETS-URL': 'offerUrl',
  'X-TICKETS-NAME': 'offerName',
};

/** These say something of an event that is not kept as a field of it. */
const reasons: Record<string, string> = {
  RRULE: 'Gives the dates of a series',
  RDATE: 'Gives the dates of a series',
  EXDATE: 'Gives the dates of a series',
  EXRULE: 'Gives the dates of a series',
  'RECURRENCE-ID': 'Says which date of a series is meant',
  STATUS: 'Cancelled events are left out',
  SEQUENCE: 'The newest version counts',
  ATTENDEE: 'Personal: never imported',
  ORGANIZER: 'Personal: never imported',
  CONTACT: 'Personal: never imported',
};

/** What each property that the events of a file have is read as. */
export function describeProperties(names: readonly string[]): ColumnReading[] {
  return names.map((header, index) => {
    const role = roles[header] ?? 'ignore';
    const reason = header === 'URL' ? 'A page, not a ticket: it goes to the end' : 'iCalendar (RFC 5545)';
    return { index, header, role, reason: role === 'ignore' ? (reasons[header] ?? 'Not needed') : reason };
  });
}
