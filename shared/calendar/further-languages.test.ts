import { describe, expect, it } from 'vitest';
import { finish } from '../steps.ts';
import { monthOf } from './dates/month-names.ts';
import { readWeekdayCell } from './dates/weekday-names.ts';
import { foldText } from './text/fold.ts';
import { understand } from './understand.ts';

/** Title, date, time, venue; ways to write 14 March 2027, a Sunday; ways to write half past seven in the evening. */
const languages: Record<string, [header: string, dates: string[], times: string[]]> = {
  Swedish: ['Evenemang|Datum|Tid|Plats', ['14 mars 2027', 'söndag 14 mars 2027', '2027-03-14'], ['kl. 19.30', '19:30']],
  Danish: [
    'Titel|Dato|Tidspunkt|Sted',
    ['14. marts 2027', 'søndag d. 14. marts 2027', '14/3-2027'],
    ['kl. 19.30', '19:30'],
  ],
  Norwegian: ['Arrangement|Dato|Klokkeslett|Sted', ['14. mars 2027', 'søndag 14. mars 2027'], ['kl. 19.30']],
  Finnish: [
    'Tapahtuma|Päivämäärä|Kellonaika|Paikka',
    ['14.3.2027', 'su 14.3.2027', '14. maaliskuuta 2027'],
    ['klo 19.30'],
  ],
  Czech: ['Název akce|Datum|Čas|Místo', ['14. března 2027', 'ne 14. 3. 2027'], ['v 19.30', '19:30 hod.']],
  Slovak: ['Názov podujatia|Dátum|Čas|Miesto', ['14. marca 2027', 'nedeľa 14.3.2027'], ['19.30 hod.']],
  Hungarian: ['Esemény|Dátum|Időpont|Helyszín', ['2027. március 14.', '2027.03.14.'], ['19:30', '19 óra 30']],
  Romanian: ['Eveniment|Data|Ora|Locație', ['14 martie 2027', 'duminică, 14 martie 2027'], ['ora 19.30']],
  Greek: ['Εκδήλωση|Ημερομηνία|Ώρα|Χώρος', ['14 Μαρτίου 2027', 'Κυριακή 14 Μαρτίου 2027'], ['19:30', '7:30 μ.μ.']],
  Turkish: ['Etkinlik|Tarih|Saat|Mekan', ['14 Mart 2027', '14 Mart 2027 Pazar'], ['19.30']],
  Arabic: ['الفعالية|التاريخ|الوقت|المكان', ['14 مارس 2027', '٢٠٢٧/٠٣/١٤'], ['7:30 مساءً', '١٩:٣٠']],
  Hebrew: ['אירוע|תאריך|שעה|מיקום', ['14 במרץ 2027', '14.3.2027'], ['19:30']],
  Chinese: [
    '活动名称|日期|时间|地点',
    ['2027年3月14日', '2027年3月14日 星期日', '2027/03/14（日）', '民國116年3月14日'],
    ['19:30', '下午7点30分', '晚上7点半'],
  ],
  Thai: ['ชื่องาน|วันที่|เวลา|สถานที่', ['14 มีนาคม 2027'], ['19.30 น.']],
};

function read(header: string, lines: string[]) {
  const rows = [header, ...lines].map((line, index) => ({ row: index + 1, cells: line.split('|') }));
  const calendar = finish(understand(rows, { timeZone: 'Europe/Berlin' }));
  return { columns: calendar.reading.columns, rows: [...calendar.readRows(rows)] };
}

describe.each(Object.entries(languages))('%s', (_name, [header, dates, times]) => {
  const combinations = dates.flatMap((date) => times.map((time) => [date, time] as const));
  it.each(combinations)('%s, %s', (date, time) => {
    const { columns, rows } = read(header, [`A|${date}|${time}|Hall`, 'B|2027-04-01|10:00|Hall']);
    expect(columns.map(({ role }) => role)).toEqual(['title', 'startDate', 'startTime', 'locationName']);
    expect(rows[0]).toMatchObject({
      kind: 'event',
      fields: { title: 'A', startLocal: '2027-03-14T19:30', locationName: 'Hall' },
      issues: [],
    });
  });
});

/** From the engine's own locale data, so that the tables are not tested with themselves. */
describe.each(['sv', 'da', 'nb', 'fi', 'cs', 'sk', 'hu', 'ro', 'el', 'tr', 'ar-EG', 'he', 'th'])(
  'names in %s',
  (tag) => {
    const part = (options: Intl.DateTimeFormatOptions, date: Date, type: 'month' | 'weekday') =>
      new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' })
        .formatToParts(date)
        .find((each) => each.type === type)?.value ?? '';

    it.each([{ month: 'long' }, { day: 'numeric', month: 'long' }] as const)('months %o', (options) => {
      const names = Array.from({ length: 12 }, (_unused, month) =>
        part(options, new Date(Date.UTC(2027, month, 15)), 'month'),
      );
      expect(names.map((name) => [name, monthOf(foldText(name))])).toEqual(
        names.map((name, index) => [name, index + 1]),
      );
    });

    it('weekdays', () => {
      const names = Array.from({ length: 7 }, (_unused, index) =>
        part({ weekday: 'long' }, new Date(Date.UTC(2027, 2, 1 + index)), 'weekday'),
      );
      expect(names.map((name, index) => [name, readWeekdayCell(name)?.includes(index + 1)])).toEqual(
        names.map((name) => [name, true]),
      );
    });
  },
);

it('a Thai year counts from the Buddha, and that is told', () => {
  const { rows } = read('ชื่องาน|วันที่|เวลา', ['A|14 มีนาคม 2570|19:30']);
  expect(rows[0]).toMatchObject({ fields: { startLocal: '2027-03-14T19:30' }, issues: [{ code: 'buddhist_year' }] });
});

it('marks that browsers put into dates and times are not seen', () => {
  const { rows } = read('Title|Date|Time', ['A|\u200e3/\u200e14/\u200e2027|7:30\u202fPM']);
  expect(rows[0]).toMatchObject({ fields: { startLocal: '2027-03-14T19:30' } });
});
