import type { ColumnRole } from '#shared/calendar/types.ts';
import type { PlanCounts, PlannedRow } from '#shared/contract/import-views.ts';
import { count, formatNumber } from '../format.ts';
import { importColumns } from './import-columns.ts';
import { importNotes } from './import-notes.ts';
import { drafts } from './nouns.ts';

const planCounts: Record<Exclude<keyof PlanCounts, 'rows'>, { label: string; note: string }> = {
  new: { label: 'New', note: 'become drafts' },
  changed: { label: 'Changed', note: 'update a draft' },
  unchanged: { label: 'Unchanged', note: 'already here' },
  publishedChanged: { label: 'Changed after publishing', note: 'for you to look at' },
  duplicates: { label: 'Duplicates', note: 'left out' },
  skipped: { label: 'Skipped', note: 'blank or heading rows' },
  invalid: { label: 'Not readable', note: 'can be put right' },
};

const verdict: Record<PlannedRow['verdict'], string> = {
  new: 'New',
  changed: 'Changed',
  unchanged: 'Unchanged',
  publishedChanged: 'Changed after publishing',
  duplicate: 'Duplicate',
  skipped: 'Skipped',
  invalid: 'Not readable',
};

const columnRole: Record<ColumnRole, string> = {
  sourceId: 'Id of the event',
  title: 'Title',
  start: 'Start',
  startDate: 'Start date',
  startTime: 'Start time',
  startPart: 'Start: hour, minute or AM/PM',
  end: 'End',
  endDate: 'End date',
  endTime: 'End time',
  endPart: 'End: hour, minute or AM/PM',
  duration: 'Duration',
  allDay: 'All day',
  timeZone: 'Time zone',
  description: 'Description',
  channel: 'Channel',
  classifications: 'Classifications',
  placeId: 'Place id',
  placeName: 'City',
  countryCode: 'Country',
  locationName: 'Venue or room',
  coverImage: 'Cover image',
  offerName: 'Ticket name',
  offerUrl: 'Ticket link',
  price: 'Price',
  recurrence: 'Repeats',
  capacity: 'Capacity',
  publishAs: 'Publish as',
  cancelled: 'Cancelled',
  year: 'Year',
  month: 'Month',
  day: 'Day',
  weekday: 'Weekday (checked against the date)',
  ignore: 'Not used',
};

export const importing = {
  ...importColumns,
  title: 'Import',
  stepsLabel: 'Steps of the import',
  stepAt: (at: number, of: number, name: string) => `Step ${at} of ${of}: ${name}`,
  steps: { file: 'File', columns: 'Columns', plan: 'Plan', done: 'Done' },
  startTitle: 'Bring in a calendar',
  startWords:
    'Drop a CSV or iCalendar (.ics) file here, or choose one. You see what would happen to each row before anything is kept.',
  startHint: 'You can also copy cells in a spreadsheet and paste them here.',
  dropHere: 'Drop the file to read it',
  choose: 'Choose a file…',
  sample: 'Try the sample calendar',
  another: 'Import another file',
  reading: 'Reading the file…',
  comparing: 'Comparing with your drafts…',
  storing: 'Making drafts…',
  stop: 'Stop',
  percent: (percent: number) => `${formatNumber(percent)} %`,
  readingNote: (rows: number, perSecond: number | null, secondsLeft: number | null) =>
    [
      rows > 0 ? count(rows, 'row', 'rows') : null,
      perSecond === null ? null : `${formatNumber(perSecond)} a second`,
      secondsLeft === null ? null : secondsLeft < 2 ? 'nearly done' : `about ${formatNumber(secondsLeft)} seconds left`,
    ]
      .filter((part) => part !== null)
      .join(' · '),
  columnsWords: 'Check that the first events look right.',
  toPlan: 'See the plan',
  mend: {
    open: 'Put right…',
    openFor: (row: number) => `Put row ${formatNumber(row)} right`,
    title: (row: number) => `Row ${formatNumber(row)}`,
    save: 'Save',
    next: 'Save, next row',
    left: (n: number) => `${count(n, 'more row', 'more rows')} to put right`,
    also: (n: number, text: string) =>
      `Also in ${count(n, 'other unreadable row', 'other unreadable rows')} ${text === '' ? 'where this is empty' : `that ${n === 1 ? 'says' : 'say'} “${text}”`}`,
    fileStays: 'The file itself stays as it is.',
    takeBack: (n: number) => `Take back ${count(n, 'correction', 'corrections')}`,
    saveRows: (n: number) => `Save ${count(n, 'unreadable row', 'unreadable rows')}…`,
    fileName: (name: string) => `${name} – to put right.csv`,
    saved: (n: number, name: string) =>
      `${count(n, 'row', 'rows')} saved as ${name}, each with its reason. Put them right there and import that file.`,
  },
  lookAlikes: (n: number) => `${count(n, 'row looks', 'rows look')} like another event`,
  leaveOut: 'Leave out',
  leaveOutFor: (row: number) => `Leave out row ${formatNumber(row)}`,
  takeIn: (n: number) => `Take in ${count(n, 'row', 'rows')} you left out`,
  original: 'Save original…',
  originalSaved: (name: string) => `The file as it was imported is saved as ${name}.`,
  searchRows: 'Search rows',
  showNotes: (n: number) => `Notes (${formatNumber(n)})`,
  showRows: 'Back to the rows',
  rowsTable: 'Rows of the file',
  noRows: 'No row matches.',
  previewTitle: 'The first events',
  previewNone: 'No event was understood yet. Say below which column holds the title and which the date.',
  roleOf: (header: string) => `What “${header}” is`,
  discard: 'Discard',
  discarded: (name: string) => `${name} is put aside. Nothing of it was imported.`,
  unreadableTitle: 'This file cannot be read',
  delimiters: { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' } as Record<string, string>,
  rows: (n: number) => count(n, 'row', 'rows'),
  defaults: 'For rows that do not say',
  defaultsHint: 'What a row says itself always wins.',
  none: 'Leave empty',
  classification: 'Classification',
  place: 'Place',
  channel: 'Channel',
  timeZone: 'Time zone',
  counts: 'What would happen',
  planCounts,
  dateOrder: 'How does this file write dates?',
  dateOrderWords: 'Its dates can be read in more than one way. Choose before you import.',
  dateOrders: {
    dmy: { label: 'Day first', note: '3/4/2026 is 3 April' },
    mdy: { label: 'Month first', note: '3/4/2026 is 4 March' },
    ymd: { label: 'Year first', note: '2026/3/4 is 4 March' },
  },
  dateOrderFirst: 'Choose how dates are written first',
  previewTable: 'The first events of the file',
  previewColumns: { row: 'Row', line: 'Line', verdict: 'What happens', title: 'Event', when: 'When', where: 'Where' },
  emptyRow: 'No text',
  changeArrow: 'becomes',
  nothing: 'nothing',
  notes: importNotes,
  issueColumns: { row: 'Row', line: 'Line', column: 'Column', message: 'What to know' },
  wholeRow: 'Whole row',
  wholeFile: 'File',
  severity: { error: 'Problem', warning: 'Note' },
  columnsTable: 'What each column is',
  columnColumns: { header: 'In the file', role: 'Understood as', values: 'For example' },
  noHeader: 'No name',
  showAll: (n: number) => `Show all ${formatNumber(n)}`,
  verdict,
  columnRole,
  confirm: (made: number, changed: number) =>
    made === 0
      ? `Change ${drafts(changed)}`
      : `Make ${drafts(made)}${changed === 0 ? '' : `, change ${formatNumber(changed)}`}`,
  nothingToImport: 'Nothing to import',
  nothingWords: 'No row would make or change a draft.',
  promise: 'Imports can be undone.',
  doneTitle: (made: number, changed: number) =>
    made === 0
      ? `${drafts(changed)} changed`
      : `${drafts(made)} made${changed === 0 ? '' : `, ${formatNumber(changed)} changed`}`,
  /** After its number, in a line. */
  inLine: (name: keyof typeof planCounts, n: number) =>
    name === 'duplicates' && n === 1 ? 'duplicate' : planCounts[name].label.toLowerCase(),
  leftOutTitle: 'Rows that made no draft',
  leftOutOf: {
    publishedChanged: (n: number) =>
      `${count(n, 'row differs', 'rows differ')} from what is published, and changed nothing.`,
    duplicates: (n: number) => `${count(n, 'duplicate was', 'duplicates were')} left out.`,
    invalid: (n: number) =>
      `${count(n, 'row', 'rows')} could not be read. Put right in the file, ${n === 1 ? 'it comes' : 'they come'} in with the next import of it.`,
    unchanged: (n: number) => `${count(n, 'row was', 'rows were')} here already, unchanged.`,
    skipped: (n: number) => `${count(n, 'row was', 'rows were')} skipped: blank, a heading, or left out.`,
  },
  doneWords: (file: string) => `From ${file}.`,
  review: 'Review drafts',
  publish: 'Publish these',
  undo: 'Undo import',
  undone: (removed: number, kept: number) =>
    kept === 0
      ? `Import undone: ${drafts(removed)} removed.`
      : `Import undone: ${drafts(removed)} removed, ${formatNumber(kept)} kept because they were queued, published or edited since.`,
  stayedTitle: (n: number) => `${count(n, 'draft stays', 'drafts stay')}`,
  stayedMore: (n: number) => `And ${formatNumber(n)} more.`,
  undoneTag: 'Undone',
  history: 'Earlier imports',
  historyNone: 'Files you import are listed here, and each import can be undone as a whole.',
  actionsFor: (action: string, file: string) => `${action}: ${file}`,
};
