import { describe, expect, it } from 'vitest';
import { readDuration } from './duration.ts';
import { readTimeCell } from './time-cell.ts';

function read(cell: string): string {
  const time = readTimeCell(cell);
  if (time.kind === 'unreadable') return time.code;
  if (time.kind !== 'time' && time.kind !== 'slots') return time.kind;
  const clock = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  const slots = time.kind === 'slots' ? time.slots : [time];
  return slots.map(({ start, end }) => (end === null ? clock(start) : `${clock(start)}-${clock(end)}`)).join(' & ');
}

describe('times', () => {
  it.each<[string, string]>([
    ['19:30', '19:30'],
    ['7:34:00 AM', '7:34'],
    ['7:30 PM', '19:30'],
    ['7 p.m.', '19:00'],
    ['7p', '19:00'],
    ['12:00 AM', '0:00'],
    ['12 pm', '12:00'],
    ['noon', '12:00'],
    ['19 Uhr', '19:00'],
    ['19 Uhr 30', '19:30'],
    ['ab 14.00 Uhr', '14:00'],
    ['10h30', '10:30'],
    ['20 h', '20:00'],
    ['20u30', '20:30'],
    ['19.30', '19:30'],
    ['1930', '19:30'],
    ['20', '20:00'],
    ['0.8125', '19:30'],
    ['1899-12-30 19:30:00', '19:30'],
    ['24:00', '24:00'],
    ['25:30', '25:30'],
    ['godz. 18:30', '18:30'],
    ['в 19:00', '19:00'],
    ['13時', '13:00'],
    ['午後7時半', '19:30'],
    ['正午', '12:00'],
    ['오후 7시 30분', '19:30'],
    ['９：３０', '9:30'],
  ])('%s is %s', (cell, expected) => expect(read(cell)).toBe(expected));
});

describe('ranges of times', () => {
  it.each<[string, string]>([
    ['13:00～15:00', '13:00-15:00'],
    ['15:15 - 17:45 Uhr', '15:15-17:45'],
    ['18 - 22 Uhr', '18:00-22:00'],
    ['18 Uhr bis 20 Uhr', '18:00-20:00'],
    ['de 19h à 22h30', '19:00-22:30'],
    ['dalle 20 alle 23', '20:00-23:00'],
    ['7-9pm', '19:00-21:00'],
    ['11-1pm', '11:00-13:00'],
    ['6p-9', '18:00-21:00'],
    ['8p-1a', '20:00-1:00'],
    ['10p-2:10a', '22:00-2:10'],
    ['7p-12a', '19:00-0:00'],
    ['6p-?', '18:00'],
    ['20:15 Uhr – Ende offen', '20:15'],
    ['9:30～18:00（入場は17:30まで）', '9:30-18:00'],
  ])('%s is %s', (cell, expected) => expect(read(cell)).toBe(expected));
});

describe('plain lists are several slots', () => {
  it.each<[string, string]>([
    ['1p-3p & 5p-7p', '13:00-15:00 & 17:00-19:00'],
    ['10:00-12:00, 14:00-16:00', '10:00-12:00 & 14:00-16:00'],
    ['14:00 / 20:00', '14:00 & 20:00'],
    ['14h et 20h', '14:00 & 20:00'],
    ['14:00 und 20:00', '14:00 & 20:00'],
    ['10:00, 12:00 und 15:00', '10:00 & 12:00 & 15:00'],
    ['16h, 18h30 y 21h', '16:00 & 18:30 & 21:00'],
    ['10-12, 14-16 Uhr', '10:00-12:00 & 14:00-16:00'],
    ['7 & 9pm', '19:00 & 21:00'],
    ['10 & 2pm', '10:00 & 14:00'],
    ['6:30/9:30pm', '18:30 & 21:30'],
    ['10am-12pm, 2-4pm', '10:00-12:00 & 14:00-16:00'],
    ['午後2時、5時', '14:00 & 17:00'],
    ['①10:00～ ②14:00～', '10:00 & 14:00'],
  ])('%s is %s', (cell, expected) => expect(read(cell)).toBe(expected));

  it('but “between … and …” is one range', () => {
    expect(read('zwischen 18 und 20 Uhr')).toBe('18:00-20:00');
    expect(read('between 6 and 8pm')).toBe('18:00-20:00');
  });
});

describe('doors and show', () => {
  it.each<[string, string]>([
    ['Doors 7pm, show 8pm', '20:00'],
    ['Einlass 19:00, Beginn 20:00', '20:00'],
    ['Einlass: 18:30 Uhr, Beginn: 19:30 Uhr', '19:30'],
    ['7pm doors / 8pm show', '20:00'],
    ['8pm, doors 7pm', '20:00'],
    ['8pm (doors 7pm)', '20:00'],
    ['portes 19h, concert 20h', '20:00'],
    ['開場18:30 開演19:00', '19:00'],
    ['18:30開場/19:00開演', '19:00'],
    ['Doors 19:00', 'doors_only'],
    ['Doors: 7 / Show: 8', 'half_of_day'],
  ])('%s is %s', (cell, expected) => expect(read(cell)).toBe(expected));

  it('an end that is no clock costs only the end', () => {
    expect(readTimeCell('9p-1:3')).toMatchObject({ kind: 'time', start: 1_260, end: null, lostEnd: '1:3' });
  });
});

describe('what is no time', () => {
  it.each<[string, string]>([
    ['all day', 'allDay'],
    ['ganztägig', 'allDay'],
    ['toute la journée', 'allDay'],
    ['終日', 'allDay'],
    ['TBA', 'unknown'],
    ['詳細未定', 'unknown'],
    ['?', 'unknown'],
    ['20:00 AM', 'contradictory_time'],
    ['9', 'half_of_day'],
    ['5-?', 'half_of_day'],
    ['10:30a-11:15p & 1:30p-2:15p', 'overlapping_times'],
    ['7:00/8:00 pm', 'several_times'],
    ['7 or 8 pm', 'several_times'],
    ['2 & 4', 'half_of_day'],
    ['RON', 'unreadable_time'],
    ['25:75', 'unreadable_time'],
    ['19-00', 'unreadable_time'],
    ['18-15', 'unreadable_time'],
  ])('%s: %s', (cell, expected) => expect(read(cell)).toBe(expected));
});

describe('durations', () => {
  it.each<[string, number | null]>([
    ['90', 90],
    ['20 min', 20],
    ['1:30', 90],
    ['2 h', 120],
    ['1h30', 90],
    ['1.5 hours', 90],
    ['2 Std. 15 Min.', 135],
    ['7 Day', 10_080],
    ['PT1H30M', 90],
    ['long', null],
    ['-5', null],
  ])('%s is %s minutes', (cell, expected) => expect(readDuration(cell)).toBe(expected));
});
