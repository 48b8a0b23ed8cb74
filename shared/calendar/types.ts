import type { DraftField, DraftFields } from '../drafts/draft.ts';
import type { Mapping } from './mapping-document.ts';

/** The words between reading a calendar file and planning an import. */

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** What a column can mean. `ignore` keeps a column out; the rest fill draft fields (see `shared/calendar/mapping`). */
export const columnRoles = [
  'sourceId',
  'title',
  'start', // date, or date and time
  'startDate',
  'startTime',
  'startPart', // hour, minute or AM/PM of the start, in columns of their own
  'year', // parts of a date that a sheet keeps in columns of their own
  'month',
  'day',
  'end',
  'endDate',
  'endTime',
  'endPart',
  'duration',
  'allDay',
  'timeZone',
  'description',
  'channel',
  'classifications',
  'placeId',
  'placeName',
  'countryCode',
  'locationName',
  'coverImage',
  'offerName',
  'offerUrl',
  'price',
  'recurrence',
  'capacity',
  'publishAs',
  'cancelled', // a flag, or a state such as “sold out” or “cancelled”
  'weekday',
  'ignore',
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** Defaults for what a row lacks, and answers that the person gave. */
export type ReadingOptions = {
  /** IANA zone for rows that name none. */
  timeZone: string;
  channelId?: number;
  placeId?: string;
  placeName?: string;
  countryCode?: string;
  classification?: string;
  dateOrder?: DateOrder;
  /** The year of dates that have none, in the row or in a heading above it. */
  year?: number;
  mapping?: Mapping;
  /** Overrides of what detection found. */
  encoding?: string;
  delimiter?: ',' | ';' | '\t' | '|';
  /** The row that names the columns, as a spreadsheet numbers it; 0: none does. */
  headerRow?: number;
  /** Cells that the person wrote anew, by row number and index of the column: they are read in place of the file's. */
  corrections?: ReadonlyMap<number, ReadonlyMap<number, string>>;
  /** The time now, ms since epoch. Series of an iCalendar file are read from today on; without it, from their start. */
  nowMs?: number;
  /** First and last day (`2027-05-31`) of the dates that are read of a series in an iCalendar file. */
  seriesFrom?: string;
  seriesUntil?: string;
};

/** What is wrong, or worth knowing, about one cell or row. */
export type RowIssue = {
  /** The row as a spreadsheet numbers it: the header of a plain file is row 1. In an iCalendar file, the line. */
  row: number;
  /** Header text of the column or name of the property, or null when the whole row is meant. */
  column: string | null;
  /** Stable, snake_case: `no_title`, `unreadable_date`, `dst_gap`, `end_before_start`, … */
  code: string;
  severity: 'error' | 'warning';
  /** A whole sentence: what was read and what to do. */
  message: string;
};

export type SkipReason =
  | 'blank'
  | 'preamble'
  | 'heading'
  | 'continuation'
  | 'left_out' // by the person
  | 'cancelled'
  // Of an iCalendar file only:
  | 'past' // dates of a series that are over
  | 'later' // a series, or a date of one, after the last day that is read
  | 'replaced' // a series each of whose dates has an event of its own
  | 'no_dates' // a series each of whose dates is excluded
  | 'older_version'
  | 'not_an_event';

/**
 * What became of one row of the file. Every row that is not the header gives one of these, or several events. In an
 * iCalendar file `row` is the line where the event begins; a series gives one of these for each of its dates, all with
 * that line.
 */
export type ReadRow =
  | {
      kind: 'event';
      row: number;
      /** The id the file itself gives the event, if it has an id column. */
      sourceId: string | null;
      fields: DraftFields;
      /** Which of the row's events this is, from 1, where one row names several dates or times. Absent: the only one. */
      part?: { index: number; of: number };
      /** Fields that the row itself gave (the rest came from defaults): only these may overwrite on a re-import. */
      given: DraftField[];
      issues: RowIssue[];
    }
  | { kind: 'skipped'; row: number; reason: SkipReason; text: string }
  | { kind: 'invalid'; row: number; cells: string[]; issues: RowIssue[] };

/** How one column was understood, with the reason that is shown to the person. */
export type ColumnReading = { index: number; header: string; role: ColumnRole; reason: string };

/** What was found out about a whole file before its rows are mapped. */
export type FileReading = {
  format: 'csv' | 'ics';
  encoding: string;
  /** '' when the format has none. */
  delimiter: string;
  /** The program that made the file, by its header names (`Google Calendar`) or its own word (PRODID). Null when unknown. */
  program: string | null;
  /** Row number of the header as a spreadsheet numbers it, or null when the file has none. */
  headerRow: number | null;
  columns: ColumnReading[];
  dateOrder: DateOrder;
  /** Why the date order was chosen; `ambiguous` asks the person. */
  dateOrderReason: 'given' | 'by_values' | 'by_shape' | 'by_language' | 'ambiguous';
  /**
   * Notes about the file as a whole, for example an unbalanced quote, with the line. Of an iCalendar file complete once
   * the rows were walked to their end.
   */
  issues: RowIssue[];
};
