import type { HeaderNames } from './header-names.ts';

/** English headers, with those of the programs that export English ones. */
export const english: HeaderNames = {
  sourceId:
    'id, uid, event id, guid, uuid, event key, event code, nid, post id, record id, card id, external id, source id, event uid, api id, event api id, ical uid, unique id, reference, booking id, show id',
  title:
    'title, subject, name, event, event name, event title, summary, show, performance, headline, act, artist, program, programme, film, concert, what, show title, activity, band, production, exhibition, session, session title, fixture, match, game, screening, workshop, lecture, topic, course, card name',
  start:
    'start, starts, start at, starts at, begins at, begin at, begin, begins, from, dtstart, start datetime, start date time, date time, datetime, date and time, when, startts, start timestamp, event start, start local, local start',
  startDate:
    'start date, date, event date, begin date, date from, from date, show date, performance date, dates, first date, date start, starting date',
  startTime:
    'start time, time, event time, begin time, show time, starts at time, time from, from time, times, hours, curtain, showtime',
  startPart:
    'hour, start hour, minute, start minute, start min, start minutes, am pm, ampm, am or pm, start am pm, start ampm, meridiem, time am pm, start time am pm, event hour, event minute',
  endPart:
    'end hour, end minute, end min, end minutes, end am pm, end ampm, end time am pm, finish hour, finish minute',
  year: 'year',
  month: 'month',
  end: 'end, ends, end at, ends at, finish, until, to, till, dtend, end datetime, end date time, endts, end timestamp, event end, end local',
  endDate: 'end date, date to, to date, finish date, until date, last date, date until, date end, ending date',
  endTime: 'end time, finish time, time to, to time, until time, time until',
  duration: 'duration, length, duration minutes, duration min, minutes, running time, runtime, length minutes',
  allDay: 'all day, all day event, allday, is all day, full day, whole day',
  timeZone: 'time zone, timezone, tz, tzid, zone, start time zone, iana time zone',
  description:
    'description, desc, details, notes, body, about, content, text, info, information, long description, short description, intro text, card description, post content, blurb, abstract, remarks, comments, excerpt, teaser, synopsis, subtitle, event details',
  channel: 'channel, channel id, calendar id',
  classifications:
    'category, categories, classification, classifications, genre, genres, tags, event type, event category, event categories, type, kind, event types, topics, keywords, genre tags, segment, competition, track',
  placeId: 'place id, city place id, google place id',
  placeName: 'city, town, place name, municipality, venue city, city name, locality',
  countryCode: 'country code, country, venue country',
  locationName:
    'location, venue, venue name, room, place, where, hall, location name, building, stage, theatre, theater, site, event location, event venue name, space, auditorium, gallery, screen, arena, ground, studio, full address, address',
  coverImage: 'cover image, cover image id, media id, image id',
  offerName: 'ticket name, offer name, ticket type, ticket label',
  offerUrl:
    'ticket url, tickets url, ticket link, tickets link, tickets, buy tickets, booking url, booking link, url, link, website, web site, event url, event link, event website, web, permalink, offer url, registration url, homepage, more info url, webpage',
  price:
    'price, cost, event cost, ticket price, admission, entry fee, prices, fee, ticket cost, adult price, standard price, concession price, face value, min price, door price, advance price, full price',
  capacity: 'capacity, seats, max attendees, places, spots, maximum attendees, attendance limit, max capacity',
  publishAs: 'status, publish as, post status, event status, visibility, show status',
  cancelled: 'cancelled, canceled, is cancelled, is canceled, event state, availability',
  weekday: 'weekday, day of week, day of the week, dow, day name',
  day: 'day, day of month',
  ignore:
    'announce date, on sale start, onsale start datetime, in date, out date, move in, move out, get in, get out, load out, last activity date, date added, date created, creation date, publish date, publication date, date published, sales start, sales end, rsvp deadline, booking opens, created, created at, updated, updated at, modified, last modified, doors, doors open, door time, deadline, registration deadline, call time, load in, sound check, soundcheck, setup, set up, reminder date, reminder time, on sale, on sale date, reminder on off, published, published at, entry time, image, image url, photo, poster, cover url, email, phone, latitude, longitude, lat, lng, organizer, organiser, event organizer name, contact, private',
};
