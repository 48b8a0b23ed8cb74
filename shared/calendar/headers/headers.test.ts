import { describe, expect, it } from 'vitest';
import { findHeader, isTypeRow } from './find-header.ts';
import { headerLabels } from './header-labels.ts';
import { yearInPreamble } from './preamble-year.ts';
import { rolesByName } from './role-by-name.ts';

const best = (header: string) => rolesByName(header)[0]?.role;

describe('column names', () => {
  it.each<[string, string]>([
    ['Start Date', 'startDate'],
    ['StartDate', 'startDate'],
    ['start_date', 'startDate'],
    ['START-DATE', 'startDate'],
    ['Event Start Date', 'startDate'],
    ['Strat Date', 'startDate'],
    ['Discription', 'description'],
    ['Subject', 'title'],
    ['All day event', 'allDay'],
    ['Event Timezone', 'timeZone'],
    ['primary_venue.name', 'locationName'],
    ['event_api_id', 'sourceId'],
    ['Duration (min)', 'duration'],
    ['Veranstaltungsort', 'locationName'],
    ['Beginn', 'start'],
    ['Uhrzeit', 'startTime'],
    ['GANZTÄGIG', 'allDay'],
    ['Heure de début', 'startTime'],
    ['titreevent', 'title'],
    ['Événement', 'title'],
    ['Fecha de inicio', 'startDate'],
    ['ID-EVENTO', 'sourceId'],
    ['Título', 'title'],
    ['Data', 'startDate'],
    ['Luogo', 'locationName'],
    ['namenl', 'title'],
    ['startts', 'start'],
    ['Aanvangstijd', 'startTime'],
    ['Horário', 'startTime'],
    ['data_rozpoczecia', 'startDate'],
    ['godzina_rozpoczecia', 'startTime'],
    ['typ_wydarzenia', 'classifications'],
    ['Название', 'title'],
    ['Дата начала', 'startDate'],
    ['Місце', 'locationName'],
    ['Опис', 'description'],
    ['開始日', 'startDate'],
    ['終了時刻', 'endTime'],
    ['イベント名', 'title'],
    ['축제시작일자', 'startDate'],
    ['개최장소', 'locationName'],
  ])('“%s” is %s', (header, role) => expect(best(header)).toBe(role));

  it.each(['', '#', 'xyzzy', 'データ', 'latitude_of_parking', 'calendar_description'])(
    'does not know “%s”',
    (header) => {
      expect(best(header)).toBeUndefined();
    },
  );

  it('knows names of times that are not the start', () => {
    expect(best('Doors')).toBe('ignore');
    expect(best('Einlass')).toBe('ignore');
    expect(best('申込期限日')).toBe('ignore');
  });
});

describe('the header row', () => {
  const data = ['2027-05-03', 'Concert', 'https://example.org'];

  it('is found below titles and blank rows', () => {
    expect(findHeader([['', '', ''], ['Season 2027', '', ''], ['Date', 'Title', 'Link'], data], undefined)).toBe(2);
  });

  it('is not a row of data', () => {
    expect(findHeader([data, ['2027-05-04', 'Film', 'https://example.org/2']], undefined)).toBe(-1);
  });

  it('may have names that no table knows, above data', () => {
    expect(
      findHeader(
        [
          ['Wann genau', 'Was läuft'],
          ['2027-05-03', 'A'],
          ['2027-05-04', 'B'],
        ],
        undefined,
      ),
    ).toBe(0);
  });

  it('follows a given mapping', () => {
    const rows = [['Date', 'Title'], ['Q', 'Z'], data];
    expect(findHeader(rows, { columns: { Q: 'startDate', Z: 'title' } })).toBe(1);
  });

  it('may be followed by a row of types', () => {
    expect(isTypeRow(['day', 'date', '', 'date', '', 'TRUE', '', ''])).toBe(true);
    expect(isTypeRow(['Date night', '2027-05-03', ''])).toBe(false);
    expect(isTypeRow(['true', 'true', 'false'])).toBe(false);
  });

  it('gives every column a label of its own', () => {
    expect(headerLabels([' Notes ', '', 'Notes'], 4)).toEqual(['Notes', 'Column 2', 'Notes (2)', 'Column 4']);
    expect(headerLabels(null, 2)).toEqual(['Column 1', 'Column 2']);
  });
});

describe('a year above the table', () => {
  it('counts when it is the only one and speaks of the events', () => {
    expect(yearInPreamble(['Spring programme 2027'])).toEqual({ first: 2027, isSeason: false });
    expect(yearInPreamble(['Programme 2026, 2027'])).toBeNull();
    expect(yearInPreamble(['Season 2026/27', 'Autumn 2026, spring 2027'])).toEqual({ first: 2026, isSeason: true });
    expect(yearInPreamble(['Season 2026/27', 'since 1998'])).toBeNull();
    expect(yearInPreamble(['Seasons 2026/27 and 2027/28'])).toBeNull();
    expect(yearInPreamble(['Exported 2027-01-05'])).toBeNull();
    expect(yearInPreamble(['Stand: Januar 2027'])).toBeNull();
  });
});
