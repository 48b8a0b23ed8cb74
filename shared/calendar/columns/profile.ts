import { readWeekdayCell } from '../dates/weekday-names.ts';
import { isEventState } from '../rows/event-status.ts';
import { readPublishWord } from '../rows/publish-words.ts';
import { cleanCell } from '../text/fold.ts';
import { type CellKind, cellKind } from './cell-kind.ts';

/** What the cells of one column look like, all of them together. */
export type ColumnProfile = {
  index: number;
  rows: number;
  /** Cells that are not blank. */
  filled: number;
  kinds: Record<CellKind, number>;
  /** `Fr 12.`: a day of the month that a heading names. */
  daysWithWeekday: number;
  /** Numbers that could be a day of the month, a month or a year. */
  dayNumbers: number;
  monthNumbers: number;
  yearNumbers: number;
  /** Numbers that are dates in a column that is called so: 46510, 20270503, 05.03, 1804962600 */
  dateNumbers: number;
  twoLetters: number;
  /** “AM”, “p.m.” */
  halfDays: number;
  /** Whole numbers from 0 to 59. */
  clockNumbers: number;
  images: number;
  /** “draft”, “published” and their like. */
  statusWords: number;
  /** Those, and “confirmed”, “sold out”, “cancelled” and their like. */
  stateWords: number;
  distinct: number;
  /** Texts with a word in them: `271-101` has none. */
  worded: number;
  letters: number;
};

const IMAGE = /\.(?:jpe?g|png|gif|webp|svg|avif)(?:[?#].*)?$/i;
const DATE_NUMBER =
  /^[2-7]\d{4}(?:[.,]\d+)?$|^[1-3]\d{9}(?:\d{3})?$|^(?:19|20)\d{6}$|^(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])$/;
const TWO_LETTERS = /^[A-Za-z]{2}$/;
const HALF_DAY = /^[ap]\.?\s?m\.?$/i;
const MOST_DISTINCT = 5_000;
const LONGEST_STATE = 30;
const WORD = /\p{L}{2}|\p{Script=Han}/u;

/** Share of the filled cells that are of any of these kinds; 0 when the column is empty. */
export function share(profile: ColumnProfile, ...kinds: CellKind[]): number {
  if (profile.filled === 0) return 0;
  return kinds.reduce((sum, kind) => sum + profile.kinds[kind], 0) / profile.filled;
}

/** Profiles every column over these rows. Equal cells of a column are looked at once. */
export function profileColumns(rows: readonly (readonly string[])[], width: number): ColumnProfile[] {
  return Array.from({ length: width }, (_unused, index) => profileColumn(rows, index));
}

function profileColumn(rows: readonly (readonly string[])[], index: number): ColumnProfile {
  const counts = new Map<string, number>();
  const profile = emptyProfile(index, rows.length);
  for (const row of rows) {
    const cell = cleanCell(row[index]);
    if (cell === '') continue;
    profile.filled += 1;
    const seen = counts.get(cell);
    if (seen === undefined && counts.size >= MOST_DISTINCT) add(profile, cell, 1);
    else counts.set(cell, (seen ?? 0) + 1);
  }
  for (const [cell, count] of counts) add(profile, cell, count);
  profile.distinct = counts.size;
  return profile;
}

function add(profile: ColumnProfile, cell: string, count: number): void {
  const kind = cellKind(cell);
  profile.kinds[kind] += count;
  profile.letters += Math.min(cell.length, 1_000) * count;
  if (kind === 'url' && IMAGE.test(cell)) profile.images += count;
  if (kind === 'text' && WORD.test(cell)) profile.worded += count;
  if (kind === 'text' && cell.length <= LONGEST_STATE) {
    const isPublishWord = readPublishWord(cell) !== null;
    if (isPublishWord) profile.statusWords += count;
    if (isPublishWord || isEventState(cell)) profile.stateWords += count;
  }
  if (TWO_LETTERS.test(cell)) profile.twoLetters += count;
  if (HALF_DAY.test(cell)) profile.halfDays += count;
  if (kind === 'text' && isDayWithWeekday(cell)) profile.daysWithWeekday += count;
  if (kind !== 'number') return;
  if (DATE_NUMBER.test(cell)) profile.dateNumbers += count;
  const value = Number(cell.replace(',', '.'));
  if (!Number.isInteger(value)) return;
  if (value >= 0 && value <= 59) profile.clockNumbers += count;
  if (value >= 1 && value <= 31) profile.dayNumbers += count;
  if (value >= 1 && value <= 12) profile.monthNumbers += count;
  if (value >= 1_900 && value <= 2_200) profile.yearNumbers += count;
}

const DAY_WITH_WEEKDAY = /^(\p{L}{2,12})[.,]*\s*\d{1,2}\.?$/u;

function isDayWithWeekday(cell: string): boolean {
  const weekday = cell.length > 16 ? undefined : DAY_WITH_WEEKDAY.exec(cell)?.[1];
  return weekday !== undefined && readWeekdayCell(weekday) !== null;
}

function emptyProfile(index: number, rows: number): ColumnProfile {
  const kinds: Record<CellKind, number> = {
    date: 0,
    dateTime: 0,
    time: 0,
    weekday: 0,
    month: 0,
    flag: 0,
    url: 0,
    number: 0,
    email: 0,
    zone: 0,
    duration: 0,
    text: 0,
  };
  const counts = {
    dayNumbers: 0,
    monthNumbers: 0,
    yearNumbers: 0,
    dateNumbers: 0,
    twoLetters: 0,
    halfDays: 0,
    clockNumbers: 0,
    images: 0,
    statusWords: 0,
    stateWords: 0,
    worded: 0,
    daysWithWeekday: 0,
  };
  return { index, rows, filled: 0, kinds, ...counts, distinct: 0, letters: 0 };
}
