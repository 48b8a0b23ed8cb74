import type { ColumnRole } from '../../types.ts';
import type { KnownFormat } from './known-format.ts';

const theEventsCalendar: Readonly<Record<string, ColumnRole>> = {
  'Event Name': 'title',
  'Event Description': 'description',
  'Event Start Date': 'startDate',
  'Event Start Time': 'startTime',
  'Event End Date': 'endDate',
  'Event End Time': 'endTime',
  'All Day Event': 'allDay',
  'Event Venue Name': 'locationName',
  'Event Category': 'classifications',
  'Event Cost': 'price',
  'Event Website': 'offerUrl',
  'Event Timezone': 'timeZone',
  Timezone: 'timeZone',
  'Event Excerpt': 'ignore',
  'Event Organizer Name': 'ignore',
  'Event Featured Image': 'ignore',
};

/** Calendars of WordPress sites. */
export const wordpress: readonly KnownFormat[] = [
  {
    name: 'The Events Calendar',
    needs: ['Event Name', 'Event Start Date'],
    anyOf: ['Event Show Map Link', 'Hide Event From Event Listings', 'Event Featured Image', 'Event Currency ISO Code'],
    roles: theEventsCalendar,
  },
  {
    name: 'The Events Calendar (older)',
    needs: ['Event Name', 'Event Start Date', 'Event Venue Name'],
    roles: theEventsCalendar,
  },
  {
    name: 'EventON',
    needs: ['event_name', 'event_start_date'],
    anyOf: ['evcal_subtitle', 'event_gmap', 'publish_status', 'evcal_location_link', 'evo_location_id', 'all_day'],
    roles: {
      event_id: 'sourceId',
      event_name: 'title',
      event_description: 'description',
      event_start_date: 'startDate',
      event_start_time: 'startTime',
      event_end_date: 'endDate',
      event_end_time: 'endTime',
      all_day: 'allDay',
      location_name: 'locationName',
      event_location: 'ignore',
      event_organizer: 'ignore',
      evcal_subtitle: 'ignore',
      evcal_location_link: 'ignore',
      evcal_org_exlink: 'ignore',
      publish_status: 'publishAs',
      event_type: 'ignore', // numbers of categories in that one site
      image_url: 'ignore',
      color: 'ignore',
    },
  },
  {
    name: 'Timely',
    needs: ['UID', 'SUMMARY', 'DTSTART'],
    roles: {
      UID: 'sourceId',
      SUMMARY: 'title',
      DTSTART: 'start',
      DTEND: 'end',
      DTSTAMP: 'ignore',
      TYPE: 'ignore',
      DESCRIPTION: 'description',
      LOCATION: 'locationName',
      CATEGORIES: 'classifications',
      URL: 'offerUrl',
    },
  },
];
