import type { ColumnProfile } from '../columns/profile.ts';
import { readDateCell } from '../dates/date-cell.ts';
import { readWeekdayCell } from '../dates/weekday-names.ts';
import { cleanCell } from '../text/fold.ts';
import { rolesByName } from './role-by-name.ts';

/** A sheet that is no list: its columns are days or places, and its cells are events. */
export type Grid = { kind: 'days' | 'places'; names: string[] };

const ROWS_SEARCHED = 20;
const FEWEST_DAYS = 3;
const MOST_OTHERS = 2;
const PLACE =
  /^(?:.*\P{L})?\p{L}*(?:stage|hall|room|studio|screen|tent|floor|bühne|saal|raum|zelt|scène|salle|chapiteau|escenario|sala|carpa|palco|podium|zaal|scena|сцена|зал|ステージ|ホール|会場|舞台|무대|공연장)(?:\s?(?:\d{1,2}|[A-Z]))?$/iu;

/** Finds a row of days (weekdays, or dates that go on) above cells that are no dates: a weekly or monthly grid. */
export function findDayGrid(rows: readonly (readonly string[])[]): Grid | null {
  for (const [index, row] of rows.slice(0, ROWS_SEARCHED).entries()) {
    const cells = row.map(cleanCell);
    if (cells.filter((cell) => cell !== '').length < FEWEST_DAYS) continue;
    const days = runOf(cells, weekdayNumber, (a, b) => b === (a % 7) + 1) ?? datesOver(cells, rows.slice(index + 1));
    if (days !== null) return { kind: 'days', names: days };
  }
  return null;
}

/**
 * Finds two or more columns that are called like places (`Main Stage`, `Saal 2`) and hold texts, in a sheet without a
 * column that is called like a title.
 */
export function findPlaceGrid(header: readonly string[] | null, profiles: readonly ColumnProfile[]): Grid | null {
  if (header === null) return null;
  const names: string[] = [];
  for (const { index, filled, kinds } of profiles) {
    const name = cleanCell(header[index]);
    const [best] = rolesByName(name);
    if (best?.role === 'title') return null;
    if (best?.how === 'exact' || !PLACE.test(name)) continue;
    if (filled > 0 && kinds.text >= filled * 0.6) names.push(name);
  }
  return names.length >= 2 ? { kind: 'places', names } : null;
}

/** The longest row of neighbours that follow one another; null when it is too short, or other cells stand beside it. */
function runOf(
  cells: readonly string[],
  numberOf: (cell: string) => number | null,
  follows: (before: number, after: number) => boolean,
): string[] | null {
  let best: string[] = [];
  let run: string[] = [];
  let before: number | null = null;
  for (const cell of cells) {
    const value = cell === '' ? null : numberOf(cell);
    if (value === null) run = [];
    else run = before !== null && run.length > 0 && follows(before, value) ? [...run, cell] : [cell];
    before = value;
    if (run.length > best.length) best = run;
  }
  const others = cells.filter((cell) => cell !== '').length - best.length;
  return best.length >= FEWEST_DAYS && others <= MOST_OTHERS ? best : null;
}

function weekdayNumber(cell: string): number | null {
  return cell.length > 12 ? null : (readWeekdayCell(cell)?.[0] ?? null);
}

function dayNumber(cell: string): number | null {
  if (cell.length > 30 || !/\d/.test(cell)) return null;
  const date = readDateCell(cell, 'dmy');
  if (date.kind !== 'date' || date.end !== null) return null;
  return ((date.start.year ?? 0) * 12 + date.start.month) * 31 + date.start.day;
}

/** Days in a row, over columns that hold none. The order of day and month does not matter while the dates go on. */
function datesOver(cells: readonly string[], below: readonly (readonly string[])[]): string[] | null {
  const days = runOf(cells, dayNumber, (a, b) => b > a);
  if (days === null) return null;
  const columns = days.map((day) => cells.indexOf(day));
  const values = below.slice(0, ROWS_SEARCHED).flatMap((row) => columns.map((column) => cleanCell(row[column])));
  const filled = values.filter((value) => value !== '');
  return filled.filter((value) => dayNumber(value) !== null).length <= filled.length * 0.2 ? days : null;
}
