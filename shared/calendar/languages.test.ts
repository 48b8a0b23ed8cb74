import { describe, expect, it } from 'vitest';
import { finish } from '../steps.ts';
import { monthOf } from './dates/month-names.ts';
import { readWeekdayCell } from './dates/weekday-names.ts';
import { foldText } from './text/fold.ts';
import { understand } from './understand.ts';

/**
 * One small calendar for each language: its header names, the ways it writes 14 March 2027 (a Sunday), and the ways it
 * writes half past seven in the evening. Every date is tried with every time.
 */
type Language = { header: string; dates: string[]; times: string[]; from: string };

const languages: Record<string, Language> = {
  English: {
    header: 'Title|Date|Time|Venue|Description|Category',
    dates: [
      '14 March 2027',
      'Sunday, March 14, 2027',
      'Sun 14 Mar 2027',
      'Mar. 14th, 2027',
      '14/03/2027',
      '2027-03-14',
    ],
    times: ['7:30 PM', '7.30pm', '19:30', '7:30 p.m.', 'from 7:30pm'],
    from: '7:30 PM - 10 PM',
  },
  German: {
    header: 'Veranstaltung|Datum|Uhrzeit|Ort|Beschreibung|Kategorie',
    dates: [
      '14. März 2027',
      'Sonntag, 14. März 2027',
      'So., 14.03.2027',
      'So 14. Mrz. 2027',
      '14.3.27',
      'So. 14.03.2027',
    ],
    times: ['19:30', '19.30 Uhr', '19:30 Uhr', 'ab 19.30 Uhr', '19 Uhr 30', '19h30'],
    from: '19:30 bis 22:00 Uhr',
  },
  French: {
    header: 'Titre|Date|Heure|Lieu|Description|Catégorie',
    dates: ['14 mars 2027', 'dimanche 14 mars 2027', 'dim. 14 mars 2027', 'le 14 mars 2027', '14/03/2027'],
    times: ['19h30', '19 h 30', '19:30', 'à 19h30', 'dès 19h30'],
    from: 'de 19h30 à 22h',
  },
  Spanish: {
    header: 'Título|Fecha|Hora|Lugar|Descripción|Categoría',
    dates: ['14 de marzo de 2027', 'domingo, 14 de marzo de 2027', 'dom 14 mar 2027', '14/03/2027', '14-mar-2027'],
    times: ['19:30', '19:30 h', '19.30 horas', 'a las 19:30', '7:30 p. m.', '19:30 hs'],
    from: '19:30 a 22:00 h',
  },
  Italian: {
    header: 'Titolo|Data|Ora|Luogo|Descrizione|Categoria',
    dates: ['14 marzo 2027', 'domenica 14 marzo 2027', 'dom 14 mar 2027', '14/03/2027', 'Domenica, 14 marzo 2027'],
    times: ['19:30', 'ore 19.30', 'alle 19:30', 'alle ore 19:30', 'h 19:30', 'dalle 19:30'],
    from: 'dalle 19:30 alle 22',
  },
  Dutch: {
    header: 'Titel|Datum|Aanvang|Locatie|Omschrijving|Genre',
    dates: ['14 maart 2027', 'zondag 14 maart 2027', 'zo 14 mrt 2027', '14-03-2027', 'zo. 14 mrt. 2027'],
    times: ['19:30', '19.30 uur', '19u30', 'om 19:30 uur', 'vanaf 19.30 uur'],
    from: '19:30 tot 22:00 uur',
  },
  Portuguese: {
    header: 'Título|Data|Horário|Local|Descrição|Categoria',
    dates: [
      '14 de março de 2027',
      'domingo, 14 de março de 2027',
      'dom. 14 mar. 2027',
      '14/03/2027',
      '14 de Março 2027',
    ],
    times: ['19h30', '19:30', 'às 19h30', '19:30h', '19h30min'],
    from: 'das 19h30 às 22h',
  },
  Polish: {
    header: 'Tytuł|Data|Godzina|Miejsce|Opis|Kategoria',
    dates: [
      '14 marca 2027',
      'niedziela, 14 marca 2027',
      'nd. 14.03.2027',
      '14 marca 2027 r.',
      '14 mar 2027',
      'niedz. 14 marca 2027',
    ],
    times: ['19:30', 'godz. 19:30', '19.30', 'o godz. 19:30', 'godzina 19:30', 'g. 19.30'],
    from: '19:30 do 22:00',
  },
  Russian: {
    header: 'Название|Дата|Время|Место|Описание|Категория',
    dates: [
      '14 марта 2027',
      'воскресенье, 14 марта 2027 г.',
      'вс, 14 мар. 2027',
      '14 марта 2027 года',
      '14.03.2027',
      'Вс 14.03.2027',
    ],
    times: ['19:30', 'в 19:30', '19.30', '19 ч 30 мин', '19 ч. 30 мин.', 'с 19:30', 'начало в 19:30'],
    from: 'с 19:30 до 22:00',
  },
  Ukrainian: {
    header: 'Назва|Дата|Час|Місце|Опис|Категорія',
    dates: ['14 березня 2027', 'неділя, 14 березня 2027 р.', 'нд 14 бер. 2027', '14 березня 2027 року', '14.03.2027'],
    times: ['19:30', 'о 19:30', '19.30', '19 год 30 хв', 'з 19:30', 'початок о 19:30'],
    from: 'з 19:30 до 22:00',
  },
  Japanese: {
    header: 'イベント名|開催日|開始時間|会場|説明|カテゴリ',
    dates: [
      '2027年3月14日',
      '2027年3月14日（日）',
      '2027/3/14(日)',
      '２０２７年３月１４日',
      '令和9年3月14日',
      '2027.3.14',
    ],
    times: ['19:30', '午後7時30分', '19時30分', '午後7時半', '19時30分から', '19:30～', '19：30'],
    from: '19:30～22:00',
  },
  Korean: {
    header: '행사명|날짜|시간|장소|설명|분류',
    dates: [
      '2027년 3월 14일',
      '2027년 3월 14일 (일)',
      '2027. 3. 14.',
      '2027.3.14(일)',
      '2027-03-14',
      '2027. 3. 14.(일)',
    ],
    times: ['19:30', '오후 7시 30분', '19시 30분', '오후 7:30', '오후7시반', '19:30~', 'PM 7:30'],
    from: '19:30 ~ 22:00',
  },
};

function readRows(lines: string[]) {
  const rows = lines.map((line, index) => ({ row: index + 1, cells: line.split('|') }));
  const calendar = finish(understand(rows, { timeZone: 'Europe/Berlin' }));
  return { reading: calendar.reading, rows: [...calendar.readRows(rows)] };
}

describe.each(Object.entries(languages))('%s', (_name, { header, dates, times, from }) => {
  const line = (date: string, time: string) => `A|${date}|${time}|Hall|Text|Music`;
  const combinations = dates.flatMap((date) => times.map((time) => [date, time] as const));

  it('names its columns', () => {
    const { reading } = readRows([header, ...combinations.map(([date, time]) => line(date, time))]);
    expect(reading.columns.map((column) => column.role)).toEqual([
      'title',
      'startDate',
      'startTime',
      'locationName',
      'description',
      'classifications',
    ]);
  });

  it.each(combinations)('%s, %s', (date, time) => {
    const [row] = readRows([header, line(date, time), line('2027-04-01', '10:00')]).rows;
    expect(row).toMatchObject({ kind: 'event', fields: { startLocal: '2027-03-14T19:30' }, issues: [] });
  });

  it(`ends after “${from}”`, () => {
    const [row] = readRows([header, line('2027-03-14', from), line('2027-04-01', '10:00')]).rows;
    expect(row).toMatchObject({ fields: { startLocal: '2027-03-14T19:30', endLocal: '2027-03-14T22:00' } });
  });
});

/** Month and weekday names come from the engine's own locale data, so that the tables are not tested with themselves. */
describe.each(['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'ru', 'uk', 'ja', 'ko'])('names in %s', (locale) => {
  const day = (month: number, date = 15) => new Date(Date.UTC(2027, month, date));
  const part = (options: Intl.DateTimeFormatOptions, date: Date, type: 'month' | 'weekday') =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
      .formatToParts(date)
      .find((each) => each.type === type)?.value ?? '';
  const months = (options: Intl.DateTimeFormatOptions) =>
    Array.from({ length: 12 }, (_unused, month) => part(options, day(month), 'month'));

  // Japanese and Korean number their months ("3月"), which the readers of dates cover.
  const monthsHaveNames = locale !== 'ja' && locale !== 'ko';
  const monthForms: readonly [string, Intl.DateTimeFormatOptions][] = monthsHaveNames
    ? [
        ['alone', { month: 'long' }],
        ['in a date', { day: 'numeric', month: 'long' }],
        ['short', { month: 'short' }],
        ['short in a date', { day: 'numeric', month: 'short' }],
      ]
    : [];

  it.each(monthForms)('months %s', (_how, options) => {
    const names = months(options);
    expect(names.map((name) => [name, monthOf(foldText(name).replace('.', ''))])).toEqual(
      names.map((name, index) => [name, index + 1]),
    );
  });

  it.each(['long', 'short'] as const)('weekdays, %s', (weekday) => {
    for (let index = 0; index < 7; index += 1) {
      const name = part({ weekday }, day(2, 1 + index), 'weekday');
      expect([name, readWeekdayCell(name)?.includes(index + 1)]).toEqual([name, true]);
    }
  });
});
