import { type Command, InvalidArgumentError, Option } from 'commander';
import { readMappingFile } from '#core/imports/presets/document.ts';
import { MOST_HEADER_ROW } from '#shared/calendar/mapping-document.ts';
import type { DateOrder } from '#shared/calendar/types.ts';
import { OrganizerError } from '#shared/errors.ts';
import { isLocalDateTime } from '#shared/time/zoned.ts';

/** How a calendar is to be read: the options that `import` and `watch` share. */
export type ReadingOptions = {
  channel?: number;
  timezone?: string;
  place?: string;
  classification?: string;
  mapping?: string;
  dateOrder?: DateOrder;
  from?: string;
  until?: string;
  year?: number;
  encoding?: string;
  delimiter?: ',' | ';' | 'tab' | '|';
  headerRow?: number;
  preset: boolean;
};

/** Adds them to a command. They are defaults for what a row lacks. */
export function addReadingOptions(command: Command): Command {
  return command
    .option('--channel <id>', 'channel for rows that name none', channelId)
    .option('--timezone <zone>', 'IANA time zone for rows that name none, for example Europe/Berlin')
    .option('--place <id>', 'place id of the city for rows that name none')
    .option('--classification <slug>', 'classification for rows that name none')
    .option('--mapping <file>', 'JSON file that says which column is what')
    .addOption(new Option('--date-order <order>', 'how 01/02/2026 is meant').choices(['dmy', 'mdy', 'ymd']))
    .option('--from <date>', 'first day that is read of a series in an .ics file (default: today)', date)
    .option('--until <date>', 'last day that is read of a series in an .ics file (default: 18 months from now)', date)
    .option('--year <year>', 'for dates that name no year', wholeNumber)
    .addOption(new Option('--encoding <name>', 'of the text, for example windows-1252; default: detected'))
    .addOption(new Option('--delimiter <sign>', 'between two cells; default: detected').choices([',', ';', 'tab', '|']))
    .option('--header-row <number>', 'row that names the columns, 0 for none; default: detected', wholeNumber)
    .option('--no-preset', 'leave out what was chosen for such files in the app');
}

/** What they mean to the import. @throws OrganizerError `usage`, or `unreadable_input` for the mapping. */
export async function toChoices(options: ReadingOptions) {
  return {
    ...(options.channel !== undefined && { channelId: options.channel }),
    ...(options.timezone !== undefined && { timeZone: options.timezone }),
    ...(options.place !== undefined && { placeId: options.place }),
    ...(options.classification !== undefined && { classification: options.classification }),
    ...(options.dateOrder !== undefined && { dateOrder: options.dateOrder }),
    ...(options.from !== undefined && { seriesFrom: options.from }),
    ...(options.until !== undefined && { seriesUntil: options.until }),
    ...(options.year !== undefined && { year: plausibleYear(options.year) }),
    ...(options.encoding !== undefined && { encoding: options.encoding }),
    ...(options.delimiter !== undefined && { delimiter: delimiterOf(options.delimiter) }),
    ...(options.headerRow !== undefined && { headerRow: plausibleHeader(options.headerRow) }),
    usePreset: options.preset,
    remember: false,
    ...(options.mapping !== undefined && { mapping: await readMappingFile(options.mapping) }),
  };
}

function delimiterOf(named: NonNullable<ReadingOptions['delimiter']>): ',' | ';' | '\t' | '|' {
  return named === 'tab' ? '\t' : named;
}

function plausibleHeader(row: number): number {
  if (row <= MOST_HEADER_ROW) return row;
  throw new OrganizerError(
    'usage',
    `A header can be one of the first ${MOST_HEADER_ROW} rows. Take out what stands above.`,
  );
}

function plausibleYear(year: number): number {
  if (year >= 1_900 && year <= 2_199) return year;
  throw new OrganizerError('usage', `${year} is no year of an event. Write it with four digits.`);
}

const channelId = whole('It must be a whole number, as “organizer channels” lists it.');
const wholeNumber = whole('It must be a whole number.');

function whole(message: string): (text: string) => number {
  return (text) => {
    if (/^\d{1,15}$/.test(text)) return Number(text);
    throw new InvalidArgumentError(message);
  };
}

function date(text: string): string {
  if (!isLocalDateTime(`${text}T00:00`)) throw new InvalidArgumentError('It must be a date such as 2027-05-31.');
  return text;
}
