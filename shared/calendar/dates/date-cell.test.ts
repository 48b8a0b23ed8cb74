import { describe, expect, it } from 'vitest';
import type { DateOrder } from '../types.ts';
import { toClock } from './arithmetic.ts';
import { readDateCell } from './date-cell.ts';
import type { SingleDate } from './date-reading.ts';

/** A reading in one line: `2027-05-03 20:00 → 2027-05-04 01:00 +02:00 | weekdays`, or the code of the problem. */
function read(cell: string, order: DateOrder = 'dmy'): string {
  const reading = readDateCell(cell, order);
  if (reading.kind === 'unreadable') return reading.code;
  return reading.kind === 'several' ? reading.dates.map(show).join(' & ') : show(reading);
}

function show(reading: SingleDate): string {
  const date = (named: typeof reading.start) =>
    `${named.year ?? '????'}-${String(named.month).padStart(2, '0')}-${String(named.day).padStart(2, '0')}`;
  const time = (minutes: number | null) => (minutes === null ? '' : ` ${toClock(minutes)}`);
  const end =
    reading.end === null && reading.endTime === null
      ? ''
      : ` → ${reading.end === null ? '' : date(reading.end)}${time(reading.endTime)}`;
  const offset = reading.offsetMinutes === null ? '' : ` offset ${reading.offsetMinutes}`;
  return `${date(reading.start)}${time(reading.startTime)}${end}${offset}`;
}

describe('dates as programs write them', () => {
  it.each<[string, DateOrder, string]>([
    ['2027-05-03', 'mdy', '2027-05-03'],
    ['2027/5/3', 'dmy', '2027-05-03'],
    ['2027.05.03', 'dmy', '2027-05-03'],
    ['20270503', 'dmy', '2027-05-03'],
    ['2027-05-03 20:00', 'dmy', '2027-05-03 20:00'],
    ['2027-05-03T20:00:00', 'dmy', '2027-05-03 20:00'],
    ['2022-01-28 00:00:00.0', 'dmy', '2022-01-28 00:00'],
    ['2027-05-03T18:00:00.000Z', 'dmy', '2027-05-03 18:00 offset 0'],
    ['2027-05-03T20:00:00+02:00', 'dmy', '2027-05-03 20:00 offset 120'],
    ['2027-05-03T20:00-0530', 'dmy', '2027-05-03 20:00 offset -330'],
    ['2027-05-03T19:30-22:00', 'dmy', '2027-05-03 19:30 →  22:00'],
    ['20270503T180000Z', 'dmy', '2027-05-03 18:00 offset 0'],
    ['Mon, 03 May 2027 20:00:00 +0200', 'dmy', '2027-05-03 20:00 offset 120'],
    ['03/05/2027', 'dmy', '2027-05-03'],
    ['03/05/2027', 'mdy', '2027-03-05'],
    ['3.5.27', 'dmy', '2027-05-03'],
    ['12/31/99', 'mdy', '1999-12-31'],
    ['27-05-03', 'ymd', '2027-05-03'],
    ['5/3/2027 7:30 PM', 'mdy', '2027-05-03 19:30'],
    ['12.02.15 13:45', 'dmy', '2015-02-12 13:45'],
    ['46510', 'dmy', '2027-05-03'],
    ['46510.8125', 'dmy', '2027-05-03 19:30'],
    ['2027-05-01/2027-05-03', 'dmy', '2027-05-01 → 2027-05-03'],
  ])('%s (%s) is %s', (cell, order, expected) => expect(read(cell, order)).toBe(expected));
});

describe('dates as people write them', () => {
  it.each<[string, string]>([
    // English
    ['May 3rd, 2027 at 7:30 PM', '2027-05-03 19:30'],
    ['Monday, May 3, 2027', '2027-05-03'],
    ['Thu 17 Sep 2020', '2020-09-17'],
    ['03-May-2027', '2027-05-03'],
    ["3 May '27", '2027-05-03'],
    ['2027 May 3', '2027-05-03'],
    ['3 May 2027 8pm - 1am', '2027-05-03 20:00 →  01:00'],
    // German
    ['So. 5. Jan. 2020', '2020-01-05'],
    ['Fr., 10.05.2024', '2024-05-10'],
    ['Do 5. Mai 2027 20:00', '2027-05-05 20:00'],
    ['ab 3. März 2027, 19 Uhr', '2027-03-03 19:00'],
    // French
    ['Samedi 24 février 2024 de 10h à 19h', '2024-02-24 10:00 →  19:00'],
    ['1er août 2027 à 20h30', '2027-08-01 20:30'],
    ['mar 2 mars 2027', '2027-03-02'],
    // Spanish, Italian, Dutch, Portuguese
    ['lunes, 3 de mayo de 2027, 21:00', '2027-05-03 21:00'],
    ['lunedì 3 maggio 2027 ore 21.00', '2027-05-03 21:00'],
    ['ma 4 mei 2027 20.15 uur', '2027-05-04 20:15'],
    ['segunda-feira, 3 de maio de 2027 às 20h30', '2027-05-03 20:30'],
    // Polish, Russian, Ukrainian
    ['poniedziałek, 3 maja 2027 r., godz. 18:30', '2027-05-03 18:30'],
    ['3 мая 2027 г. в 19:00', '2027-05-03 19:00'],
    ['3 травня 2027 р. о 18:30', '2027-05-03 18:30'],
    // Japanese, Korean
    ['2027年5月3日（月・祝）', '2027-05-03'],
    ['2027年5月3日(月) 午後7時', '2027-05-03 19:00'],
    ['令和9年5月3日', '2027-05-03'],
    ['２０２７年５月３日', '2027-05-03'],
    ['2027년 5월 3일 (월) 오후 7시 30분', '2027-05-03 19:30'],
    ['2027. 5. 3. (월)', '2027-05-03'],
  ])('%s is %s', (cell, expected) => expect(read(cell)).toBe(expected));

  it('keeps a missing year open', () => {
    expect(read('5月3日（金・祝）')).toBe('????-05-03');
    expect(read('30 марта в 19:00')).toBe('????-03-30 19:00');
    expect(read('12 de Septiembre')).toBe('????-09-12');
    expect(read('12.04.')).toBe('????-04-12');
  });

  it('reads a word that is a weekday and a month by its place', () => {
    expect(read('mar 3, 2027')).toBe('2027-03-03');
    expect(readDateCell('mar 2 mars 2027', 'dmy')).toMatchObject({ start: { weekdays: [2] } });
  });
});

describe('ranges', () => {
  it.each<[string, string]>([
    ['23.01.15-27.01.2015', '2015-01-23 → 2015-01-27'],
    ['04.04.2015 12:00-16:00', '2015-04-04 12:00 →  16:00'],
    ['dal 15 al 16 marzo 2023', '2023-03-15 → 2023-03-16'],
    ['5-7 May 2027', '2027-05-05 → 2027-05-07'],
    ['28 Dec – 2 Jan 2028', '2027-12-28 → 2028-01-02'],
    ['from 3 May 2027 until 5 May 2027', '2027-05-03 → 2027-05-05'],
    ['05.01.2024 through 03.02.2024', '2024-01-05 → 2024-02-03'],
    ['23.01.2015 10:00 - 27.01.2015 12:00', '2015-01-23 10:00 → 2015-01-27 12:00'],
    ['5月25日（土）～6月23日（日）', '????-05-25 → ????-06-23'],
    ['5月3日（土）13:00～15:00', '????-05-03 13:00 →  15:00'],
  ])('%s is %s', (cell, expected) => expect(read(cell)).toBe(expected));
});

describe('plain lists are several dates', () => {
  it.each<[string, string]>([
    ['12., 13. and 14. March', '????-03-12 & ????-03-13 & ????-03-14'],
    ['3/5/7 May', '????-05-03 & ????-05-05 & ????-05-07'],
    ['May 3, 5 and 7, 2027', '2027-05-03 & 2027-05-05 & 2027-05-07'],
    ['May 3, 5 and June 7', '????-05-03 & ????-05-05 & ????-06-07'],
    ['3, 5 & 7 May 2027 20:00', '2027-05-03 20:00 & 2027-05-05 20:00 & 2027-05-07 20:00'],
    ['3. und 4. Mai 2027, 20 Uhr', '2027-05-03 20:00 & 2027-05-04 20:00'],
    ['3 y 5 de mayo de 2027', '2027-05-03 & 2027-05-05'],
    ['29 и 30 апреля', '????-04-29 & ????-04-30'],
    ['29 марта 6 и 13 апреля', '????-03-29 & ????-04-06 & ????-04-13'],
    ['5月18日（土）、5月19日（日）', '????-05-18 & ????-05-19'],
    ['2027年5月18日、19日', '2027-05-18 & 2027-05-19'],
    ['01.05.2027, 03.05.2027', '2027-05-01 & 2027-05-03'],
    ['12.03., 14.03.2027', '2027-03-12 & 2027-03-14'],
    ['3/5, 4/5', '????-05-03 & ????-05-04'],
    ['2027-05-03, 2027-05-04', '2027-05-03 & 2027-05-04'],
    ['3 May 19:00, 4 May 20:00', '????-05-03 19:00 & ????-05-04 20:00'],
    ['3 May 2027 at 7:30 & 9:30 pm', '2027-05-03 19:30 & 2027-05-03 21:30'],
  ])('%s is %s', (cell, expected) => expect(read(cell)).toBe(expected));
});

describe('what is no single date is refused with the reason', () => {
  it.each<[string, string]>([
    ['Now through 28.1.2024', 'open_start'],
    ['6月23日（日）まで', 'open_start'],
    ['bis 3. Mai 2027', 'open_start'],
    ['Март апрель', 'month_only'],
    ['Март - май', 'month_only'],
    ['May 2027', 'month_only'],
    ['6月下旬～7月上旬頃予定', 'month_only'],
    ['Samedi 12 avril 2025 de 12h à 13h (PMR) puis de 13h à 19h', 'several_times'],
    ['3 May 2027 20:00 AM', 'contradictory_time'],
    ['TBA', 'date_unknown'],
    ['noch offen', 'date_unknown'],
    ['3/5 May', 'several_dates'],
    ['3 or 4 May', 'several_dates'],
    ['5 and 3 May', 'several_dates'],
    ['3-5 May, 7-9 May', 'several_dates'],
    ['Sa 3. & So 4. Mai 2027, 14 und 20 Uhr', 'several_dates'],
    ['im Frühjahr', 'unreadable_date'],
    ['every second Tuesday', 'unreadable_date'],
    ['2027', 'unreadable_date'],
  ])('%s: %s', (cell, expected) => expect(read(cell)).toBe(expected));

  it('keeps words in brackets as a note', () => {
    const reading = readDateCell('Samedi 23 mars 2024 de 14h à 19h (Accès PMR de 11h à 13h)', 'dmy');
    expect(reading).toMatchObject({ startTime: 840, endTime: 1140, note: '(Accès PMR de 11h à 13h)' });
  });

  it('stays quick on a long cell', () => {
    expect(read('1 '.repeat(50_000))).toBe('unreadable_date');
  });
});
