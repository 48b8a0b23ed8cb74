import type { DateReading, NamedDate } from '../dates/date-reading.ts';
import { monthOf } from '../dates/month-names.ts';
import { foldText, quoteCell } from '../text/fold.ts';
import type { RowCells } from './row-cells.ts';
import { dayOfSection, reading, wholeSection } from './section-day.ts';
import { type DateContext, type SettledDate, settleAll } from './settle-date.ts';

/** The start dates of a row (a cell may list several), or null with an error that says what was read. */
export function readStartDates(row: RowCells, context: DateContext): SettledDate[] | null {
  const label = row.columns.label('start', 'startDate', 'day', 'month');
  const cell = row.get('start', 'startDate');
  if (cell !== '') {
    const read = context.readDate(cell);
    if (read.kind !== 'unreadable') return settleAll(row, label, cell, read, context);
    const fused = splitDateVenue(row, cell, context);
    if (fused === null) return settleAll(row, label, cell, dayOfSection(row, cell) ?? read, context);
    const dates = settleAll(row, label, cell, fused.read, context);
    return dates?.map((date) => ({ ...date, venue: fused.venue })) ?? null;
  }
  const parts = readParts(row) ?? wholeSection(row);
  if (parts !== null) return settleAll(row, label, partsText(row), reading(parts), context);
  const half = row.get('month', 'day');
  row.error(
    label,
    'no_date',
    half === ''
      ? 'This row has no date. Add one; if the row continues the one above, repeat the date here.'
      : `${quoteCell(half)} alone is no date. Fill in day, month and year.`,
  );
  return null;
}

/** `3 May 2027 @ Town Hall`, in a row without a venue: the sign alone says where the date ends. */
function splitDateVenue(
  row: RowCells,
  cell: string,
  context: DateContext,
): { read: DateReading; venue: string } | null {
  const [before, venue, ...more] = cell.split('@').map((part) => part.trim());
  if (before === undefined || venue === undefined || more.length > 0 || !/^\p{L}/u.test(venue)) return null;
  if (row.get('locationName') !== '' || before === '') return null;
  const read = context.readDate(before);
  return read.kind === 'date' ? { read, venue } : null;
}

/** Day and month in columns of their own. */
function readParts(row: RowCells): NamedDate | null {
  const day = row.get('day').replace(/\.$/, '');
  const monthCell = row.get('month');
  if (!/^\d{1,2}$/.test(day) || monthCell === '') return null;
  const month = /^\d{1,2}$/.test(monthCell) ? Number(monthCell) : monthOf(foldText(monthCell).replace('.', ''));
  return month === null ? null : { year: null, month, day: Number(day), weekdays: null };
}

function partsText(row: RowCells): string {
  return [row.get('day'), row.get('month'), row.get('year')].filter((part) => part !== '').join(' ');
}
