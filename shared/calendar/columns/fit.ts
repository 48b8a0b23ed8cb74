import type { ColumnRole } from '../types.ts';
import { type ColumnProfile, share } from './profile.ts';

/** What a column becomes when its name says one thing and its cells are known. Null: the cells contradict the name. */
export type Fit = { role: ColumnRole; cost: number } | null;

const SOME = 0.1;
const HALF = 0.5;
const MOST = 0.6;
const NEARLY_ALL = 0.8;
/** Cost of a name whose cells neither confirm nor contradict it. */
const UNCONFIRMED = 0.4;

const keep = (role: ColumnRole, cost = 0): Fit => ({ role, cost });

/** Refines the role that a name suggests by the cells of the column. An empty column keeps its role, as a last choice. */
export function fitRole(role: ColumnRole, profile: ColumnProfile): Fit {
  if (role === 'ignore') return keep('ignore');
  if (profile.filled === 0) return keep(role, HALF);
  switch (role) {
    case 'start':
    case 'startDate':
      return fitMoment(profile, role === 'start', 'start', 'startDate', 'startTime');
    case 'end':
    case 'endDate':
      return fitMoment(profile, role === 'end', 'end', 'endDate', 'endTime');
    case 'startTime':
      return fitTime(profile, 'start', 'startDate', 'startTime');
    case 'endTime':
      return fitTime(profile, 'end', 'endDate', 'endTime');
    case 'day':
      if (share(profile, 'date', 'dateTime') >= HALF) return keep('startDate', 0.1);
      if (share(profile, 'weekday') >= MOST) return keep('weekday');
      if (profile.daysWithWeekday >= profile.filled * MOST) return keep('startDate', 0.1);
      return profile.dayNumbers >= profile.filled * NEARLY_ALL ? keep('day') : null;
    case 'title':
      return share(profile, 'url', 'date', 'dateTime', 'time', 'email') >= MOST || share(profile, 'number') >= 0.9
        ? null
        : keep(role);
    case 'description':
      return share(profile, 'url') >= 0.9 || share(profile, 'date', 'dateTime', 'time') >= NEARLY_ALL
        ? null
        : keep(role);
    case 'classifications':
    case 'locationName':
    case 'placeName':
      return share(profile, 'url', 'number', 'date', 'dateTime', 'flag') >= NEARLY_ALL ? null : keep(role);
    case 'publishAs':
      if (profile.statusWords >= profile.filled * HALF) return keep(role);
      return profile.stateWords >= profile.filled * HALF ? keep('cancelled') : null;
    default:
      return fitsExactly(role, profile) ? keep(role) : null;
  }
}

function fitMoment(profile: ColumnProfile, named: boolean, both: ColumnRole, date: ColumnRole, time: ColumnRole): Fit {
  const dates = share(profile, 'date', 'dateTime') + profile.dateNumbers / profile.filled;
  const times = share(profile, 'time');
  if (times >= MOST || (times > 0 && dates === 0)) return keep(time);
  if (share(profile, 'weekday') >= MOST) return keep('weekday', 0.1);
  if (share(profile, 'url', 'number', 'flag', 'email') >= NEARLY_ALL && dates < HALF) return null;
  if (profile.daysWithWeekday >= profile.filled * MOST) return keep(date);
  const role = share(profile, 'dateTime') >= SOME || (named && dates < HALF) ? both : date;
  return keep(role, dates >= SOME ? 0 : UNCONFIRMED);
}

function fitTime(profile: ColumnProfile, both: ColumnRole, date: ColumnRole, time: ColumnRole): Fit {
  if (share(profile, 'dateTime') >= HALF) return keep(both);
  if (share(profile, 'date') >= MOST) return keep(date, 0.1);
  if (share(profile, 'url', 'email', 'flag') >= NEARLY_ALL) return null;
  return keep(time, share(profile, 'time', 'number') >= SOME ? 0 : UNCONFIRMED);
}

/** Roles whose cells have one shape: most of them must have it. */
function fitsExactly(role: ColumnRole, profile: ColumnProfile): boolean {
  const { filled } = profile;
  switch (role) {
    case 'sourceId':
      return filled >= profile.rows * HALF && share(profile, 'date', 'dateTime', 'time', 'flag') < HALF;
    case 'startPart':
    case 'endPart':
      // AM and PM, or numbers that fit a clock.
      return profile.halfDays + profile.clockNumbers >= filled * NEARLY_ALL;
    case 'year':
      return profile.yearNumbers >= filled * NEARLY_ALL;
    case 'month':
      return share(profile, 'month') + profile.monthNumbers / filled >= NEARLY_ALL;
    case 'weekday':
      return share(profile, 'weekday') >= HALF;
    case 'duration':
      return share(profile, 'number', 'time', 'duration') >= HALF;
    case 'allDay':
      return share(profile, 'flag', 'number') >= MOST;
    case 'timeZone':
      return share(profile, 'zone') >= HALF;
    case 'capacity':
    case 'coverImage':
    case 'channel':
      return share(profile, 'number') >= HALF;
    case 'countryCode':
      // Names of countries are looked up in each row.
      return (
        profile.twoLetters >= filled * MOST || (profile.kinds.text >= filled * MOST && profile.letters < filled * 30)
      );
    case 'offerUrl':
      return profile.kinds.url - profile.images >= filled * HALF;
    case 'price':
      return share(profile, 'url', 'date', 'dateTime', 'email') < HALF;
    case 'offerName':
      return share(profile, 'url', 'number') < HALF;
    case 'cancelled':
      return share(profile, 'flag') + profile.stateWords / filled >= MOST;
    default:
      return true;
  }
}
