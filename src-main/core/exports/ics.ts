import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import type { DraftView } from '#shared/contract/views.ts';
import { isTimeZone } from '#shared/time/zoned.ts';
import { uidOfDraft } from './ics-uid.ts';

/**
 * Drafts as an iCalendar file (RFC 5545). Times stay local with their zone (`DTSTART;TZID=…`) and the zones' rules are
 * in the file (`VTIMEZONE`), so that a calendar shows what the organizer meant. Drafts without a start have no place
 * in a calendar and are left out; `skipped` counts them.
 *
 * @param nowMs the time of the export (`DTSTAMP`), ms since epoch
 */
export function toIcs(drafts: DraftView[], nowMs: number): { text: string; skipped: number } {
  const calendar = ical({
    name: 'Pinned Organizer',
    method: ICalCalendarMethod.PUBLISH,
    // A dash is put in front.
    prodId: '//Pinned Organizer//EN',
  });
  calendar.timezone({
    name: null,
    generator: (zone) => (isTimeZone(zone) ? (tzlib_get_ical_block(zone)[0] ?? null) : null),
  });
  let skipped = 0;
  for (const { id, fields, remoteId } of drafts) {
    if (fields.startLocal === null) {
      skipped += 1;
      continue;
    }
    const end = fields.endLocal === null ? null : fields.allDay ? dayAfter(fields.endLocal) : fields.endLocal;
    calendar.createEvent({
      id: uidOfDraft(id),
      stamp: new Date(nowMs).toISOString(),
      summary: fields.title,
      start: fields.startLocal,
      ...(end !== null && { end }),
      ...(fields.timeZone !== null && { timezone: fields.timeZone }),
      allDay: fields.allDay,
      ...(fields.description !== '' && { description: fields.description }),
      ...(fields.locationName !== '' && { location: fields.locationName }),
      ...(fields.offers[0] !== undefined && fields.offers[0].url !== '' && { url: fields.offers[0].url }),
      x: extras(fields),
      categories: fields.classifications.map((name) => ({ name })),
      status: remoteId === null ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
    });
  }
  return { text: calendar.toString(), skipped };
}

/**
 * What iCalendar has no property for, so that a file comes back through the importer as it went out: the zone of whole
 * days and of times in UTC, and the ticket, under the name that event plugins use for it. An offer that says more than that stays here.
 */
function extras({ allDay, timeZone, offers }: DraftView['fields']): { key: string; value: string }[] {
  const [offer, ...more] = offers;
  const isPlain = offer !== undefined && more.length === 0 && offer.url !== '' && offer.availability === 'available';
  return [
    ...((allDay || timeZone === 'UTC') && timeZone !== null ? [{ key: 'X-ORGANIZER-TIMEZONE', value: timeZone }] : []),
    ...(isPlain ? [{ key: 'X-TICKETS-URL', value: offer.url }] : []),
    ...(isPlain && offer.name !== '' ? [{ key: 'X-TICKETS-NAME', value: offer.name }] : []),
  ];
}

/** The end of an all-day event is the first day it no longer touches (RFC 5545 §3.6.1). */
function dayAfter(local: string): string {
  return Temporal.PlainDate.from(local.slice(0, 10)).add({ days: 1 }).toString();
}
