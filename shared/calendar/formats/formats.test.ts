import { describe, expect, it } from 'vitest';
import { finish } from '../../steps.ts';
import type { ReadRow } from '../types.ts';
import { understand } from '../understand.ts';
import { knownFormats } from './known-formats.ts';

function read(header: string, ...lines: string[]) {
  const rows = [header, ...lines].map((line, index) => ({ row: index + 1, cells: line.split('|') }));
  const calendar = finish(understand(rows, { timeZone: 'Europe/Berlin' }));
  const found: ReadRow[] = [...calendar.readRows(rows)];
  return { ...calendar.reading, rows: found };
}

/** What is read from the first row of a small export of our own, written as the program writes it. */
const exports: Record<string, { header: string; row: string; fields: object; sourceId?: string }> = {
  'Google Calendar': {
    header: 'Subject|Start Date|Start Time|End Date|End Time|All Day Event|Description|Location|Private',
    row: 'Night of song|03/14/2027|7:30 PM|03/14/2027|10:00 PM|False|Text|Hall|True',
    fields: { startLocal: '2027-03-14T19:30', endLocal: '2027-03-14T22:00', locationName: 'Hall', description: 'Text' },
  },
  Outlook: {
    header:
      'Subject|Start Date|Start Time|End Date|End Time|All day event|Reminder on/off|Reminder Date|Reminder Time|Meeting Organizer|Categories|Description|Location|Priority|Private|Sensitivity|Show time as',
    row: 'Night of song|3/14/2027|7:30:00 PM|3/14/2027|10:00:00 PM|False|True|3/13/2027|7:00:00 PM|Ann|Music|Text|Hall|Normal|False|Normal|2',
    fields: { startLocal: '2027-03-14T19:30', endLocal: '2027-03-14T22:00', classifications: ['music'] },
  },
  'Outlook (German)': {
    header:
      'Betreff|Beginnt am|Beginnt um|Endet am|Endet um|Ganztägiges Ereignis|Erinnerung Ein/Aus|Erinnerung am|Erinnerung um|Beschreibung|Kategorien|Ort|Priorität|Privat',
    row: 'Night of song|14.3.2027|19:30:00|14.3.2027|22:00:00|Aus|Ein|13.3.2027|19:00:00|Text|Music|Hall|Normal|Aus',
    fields: { startLocal: '2027-03-14T19:30', endLocal: '2027-03-14T22:00', allDay: false, locationName: 'Hall' },
  },
  'Outlook (Dutch)': {
    header:
      'Onderwerp|Begindatum|Begintijd|Einddatum|Eindtijd|Duurt hele dag|Herinnering aan/uit|Herinneringsdatum|Herinneringstijd|Beschrijving|Categorieën|Locatie',
    row: 'Night of song|14-3-2027|19:30:00|14-3-2027|22:00:00|Onwaar|Waar|13-3-2027|19:00:00|Text|Music|Hall',
    fields: { startLocal: '2027-03-14T19:30', endLocal: '2027-03-14T22:00', allDay: false, locationName: 'Hall' },
  },
  'The Events Calendar (older)': {
    header:
      'EVENT NAME|EVENT DESCRIPTION|EVENT START DATE|EVENT START TIME|EVENT END DATE|EVENT END TIME|ALL DAY EVENT|EVENT VENUE NAME|EVENT ORGANIZER NAME|EVENT COST|EVENT CATEGORY|EVENT WEBSITE',
    row: 'Night of song|Text|3/14/2027|19:30:00|3/14/2027|22:00:00|FALSE|Hall|Ann|12|Music|https://example.org/e',
    fields: {
      startLocal: '2027-03-14T19:30',
      offers: [{ name: 'Tickets 12', url: 'https://example.org/e', availability: 'available' }],
    },
  },
  'The Events Calendar': {
    header:
      'Event Name|Event Description|Event Start Date|Event Start Time|Event End Date|Event End Time|Timezone|All Day Event|Event Venue Name|Event Organizer Name|Event Category|Event Cost|Event Website|Event Featured Image|Hide Event From Event Listings',
    row: 'Night of song|Text|2027-03-14|7:30 PM|2027-03-14|10:00 PM|US/Eastern|FALSE|Hall|Ann|Music||https://example.org/e|https://example.org/i.png|FALSE',
    fields: { startLocal: '2027-03-14T19:30', timeZone: 'America/New_York' },
  },
  EventON: {
    header:
      'publish_status|event_id|event_name|event_description|event_start_date|event_start_time|event_end_date|event_end_time|location_name|event_location|event_organizer|evcal_subtitle|all_day|event_type|image_url',
    row: 'draft|71|Night of song|Text|03/14/2027|7:30:PM|03/14/2027|10:00:PM|Hall|1 High St|Ann|Sub|no|4,19|https://example.org/i.png',
    fields: { startLocal: '2027-03-14T19:30', publishAs: 'draft', locationName: 'Hall', classifications: [] },
    sourceId: '71',
  },
  Localist: {
    header:
      'Title|Description|Date From|Date To|Recurrence|Start Time|End Time|Location|Address|City|State|Event Website|Room|Keywords|Tags|Photo URL|Ticket URL|Cost|Event Types',
    row: 'Night of song|Text|2027-03-14|||7:30 PM|10:00 PM|Hall|1 High St|Oslo||https://example.org/e|2|k|t||https://example.org/t|$40|Music',
    fields: {
      startLocal: '2027-03-14T19:30',
      endLocal: '2027-03-14T22:00',
      locationName: 'Hall',
      placeName: 'Oslo',
      offers: [{ name: 'Tickets $40', url: 'https://example.org/t', availability: 'available' }],
    },
  },
  Timely: {
    header: 'TYPE|UID|DTSTAMP|SUMMARY|DTSTART|DTEND|DESCRIPTION|LOCATION',
    row: 'vevent|u-71|20270101T120000Z|Night of song|TZID=America/New_York:20270314T193000|TZID=America/New_York:20270314T220000|Text|Hall',
    fields: { startLocal: '2027-03-14T19:30', endLocal: '2027-03-14T22:00', timeZone: 'America/New_York' },
    sourceId: 'u-71',
  },
  Luma: {
    header:
      'event_api_id|event_name|event_url|start_at|end_at|timezone|event_type|visibility|city|full_address|cover_url',
    row: 'evt-71|Night of song|night|2027-03-14T18:30:00.000Z|2027-03-14T21:00:00.000Z|Europe/Oslo|independent|public|Oslo|1 High St|https://example.org/i.png',
    fields: { startLocal: '2027-03-14T19:30', endLocal: '2027-03-14T22:00', timeZone: 'Europe/Oslo', description: '' },
    sourceId: 'evt-71',
  },
  Eventbrite: {
    header:
      'id|name.text|description.text|start.local|start.timezone|start.utc|end.local|end.utc|url|capacity|status|venue.name',
    row: '171|Night of song|Text|2027-03-14T19:30:00|Europe/Oslo|2027-03-14T18:30:00Z|2027-03-14T22:00:00|2027-03-14T21:00:00Z|https://example.org/t|90|live|Hall',
    fields: { startLocal: '2027-03-14T19:30', endLocal: '2027-03-14T22:00', capacity: 90, locationName: 'Hall' },
    sourceId: '171',
  },
  'Pinned Organizer': {
    header:
      'ID|Title|Start|End|All day|Time zone|Venue|Description|Classifications|Channel ID|Place ID|City|Country|Cover image|Ticket name|Ticket URL|Capacity|Publish as',
    row: '17|Night of song|2027-03-14 19:30|2027-03-14 22:00||Europe/Oslo|Hall &amp; Bar|Text|music|3|p1|Oslo|NO|9|Tickets|https://example.org/t|90|draft',
    fields: { locationName: 'Hall &amp; Bar', channelId: 3, placeId: 'p1', coverImage: 9, publishAs: 'draft' },
    sourceId: '17',
  },
  Facebook: {
    header:
      'id|name|description|start_time|end_time|place.name|place.location.city|place.location.country|is_canceled|ticket_uri|attending_count',
    row: '17|Night of song|Text|2027-03-14T19:30:00+0100|2027-03-14T22:00:00+0100|Hall|Oslo|Norway|false|https://example.org/t|12',
    fields: { startLocal: '2027-03-14T19:30', locationName: 'Hall', placeName: 'Oslo', countryCode: 'NO' },
    sourceId: '17',
  },
  Trello: {
    header: 'Card ID|Card Name|Card URL|Card Description|Labels|Due Date|Last Activity Date|List Name|Start Date',
    row: '5f|Night of song|https://example.org/c|Text|Music|2027-03-14T21:00:00.000Z|2026-11-01T10:00:00.000Z|March|2027-03-14T18:30:00.000Z',
    fields: { startLocal: '2027-03-14T19:30', endLocal: '2027-03-14T22:00', offers: [] },
    sourceId: '5f',
  },
};

describe('known formats', () => {
  it('are all shown by an export', () => {
    expect(Object.keys(exports).sort()).toEqual(knownFormats.map(({ name }) => name).sort());
  });

  it.each(Object.entries(exports))('%s', (name, { header, row, fields, sourceId }) => {
    const { program, rows } = read(header, row);
    expect(program).toBe(name);
    expect(rows[0]).toMatchObject({
      kind: 'event',
      sourceId: sourceId ?? null,
      fields: { title: 'Night of song', description: 'Text', ...fields },
    });
  });

  it('are named in the reason of a column', () => {
    const { header, row } = exports.Localist ?? { header: '', row: '' };
    expect(read(header, row).columns[2]?.reason).toBe('a column of Localist: “Date From”');
  });

  it('are not claimed for any sheet', () => {
    expect(read('Title|Date|Time|Location', 'A|2027-03-14|19:30|Hall').program).toBeNull();
  });

  it('a rule of Localist over several days is refused, not read as one long event', () => {
    const header = 'Title|Date From|Date To|Recurrence|Start Time';
    expect(read(header, 'A|2027-03-01|2027-03-31|M,W|7:00 PM').rows[0]).toMatchObject({
      kind: 'invalid',
      issues: [{ code: 'recurring' }],
    });
  });
});
