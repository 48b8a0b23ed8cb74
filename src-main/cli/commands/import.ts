import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import { readMappingFile } from '#core/imports/presets/document.ts';
import type { Organizer } from '#core/organizer.ts';
import type { DateOrder } from '#shared/calendar/types.ts';
import type { ImportPlanView, PlanCounts, RowIssueView } from '#shared/contract/import-views.ts';
import { OrganizerError } from '#shared/errors.ts';
import { isLocalDateTime } from '#shared/time/zoned.ts';
import { withOrganizer } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { Output } from '../output.ts';

/** Issues that are printed for people. */
const ISSUES_SHOWN = 40;

type ImportOptions = {
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
  preset: boolean;
  invalid?: string;
  dryRun?: boolean;
};

/** `import FILE`: plan, then apply. The options are defaults for what a row lacks. */
export function addImportCommand(program: Command, finish: (code: ExitCode) => void): void {
  program
    .command('import')
    .description(
      'read a calendar (CSV or iCalendar) and make drafts of its events; the same file again changes nothing',
    )
    .argument('<file>', 'the calendar')
    .option('--channel <id>', 'channel for rows that name none', wholeNumber)
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
    .option('--no-preset', 'leave out what was chosen for such files in the app')
    .option('--invalid <file>', 'write the rows that cannot be read to this CSV file, with their reasons')
    .option('--dry-run', 'say what would happen and change nothing')
    .action(async (file: string, options: ImportOptions, command: Command) => {
      await withOrganizer(command, async ({ organizer, output }) => {
        const plan = await organizer.imports.plan(file, await toChoices(options));
        if (options.timezone === undefined)
          output.note(`Times without a zone are read as ${plan.timeZone}. Choose another with --timezone.`);
        if (plan.preset !== null)
          output.note(`Read with what was chosen before: “${plan.preset.name}”. Leave it out with --no-preset.`);
        if (options.invalid !== undefined) {
          const count = await organizer.imports.saveInvalidRows(plan.planId, options.invalid);
          output.note(`${count} rows that cannot be read are written to ${options.invalid}.`);
        }
        const found = [...allIssues(organizer, plan.planId)];
        const applied = options.dryRun ? null : organizer.imports.apply(plan.planId);
        const counts = applied?.counts ?? plan.counts;
        const issues = found.map(({ row, column, code, message }) => ({ row, column, code, message }));
        noteIssues(output, found, plan.format);
        output.result({ importId: applied?.id ?? null, ...counts, issues }, () =>
          describe(plan, counts, applied?.id ?? null),
        );
        if (counts.invalid > 0 || counts.publishedChanged > 0) finish(exitCodes.attention);
      });
    });
}

const PAGE = 1_000;

function* allIssues(organizer: Organizer, planId: string): Generator<RowIssueView> {
  for (let offset = 0; ; offset += PAGE) {
    const { issues } = organizer.imports.issues(planId, { limit: PAGE, offset });
    yield* issues;
    if (issues.length < PAGE) return;
  }
}

/** The first issues for people; a file with thousands would bury everything else. `--json` has them all. */
function noteIssues(output: Output, issues: RowIssueView[], format: ImportPlanView['format']): void {
  const place = format === 'ics' ? 'Line' : 'Row';
  for (const { row, column, message } of issues.slice(0, ISSUES_SHOWN)) {
    output.note(`${place} ${row}${column === null ? '' : `, ${column}`}: ${message}`);
  }
  if (issues.length > ISSUES_SHOWN) output.note(`… and ${issues.length - ISSUES_SHOWN} more. --json lists them all.`);
}

async function toChoices(options: ImportOptions) {
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
    usePreset: options.preset,
    remember: false,
    ...(options.mapping !== undefined && { mapping: await readMappingFile(options.mapping) }),
  };
}

function delimiterOf(named: NonNullable<ImportOptions['delimiter']>): ',' | ';' | '\t' | '|' {
  return named === 'tab' ? '\t' : named;
}

function plausibleYear(year: number): number {
  if (year >= 1_900 && year <= 2_199) return year;
  throw new OrganizerError('usage', `${year} is no year of an event. Write it with four digits.`);
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text))
    throw new InvalidArgumentError('It must be a whole number, as “organizer channels” lists it.');
  return Number(text);
}

function date(text: string): string {
  if (!isLocalDateTime(`${text}T00:00`)) throw new InvalidArgumentError('It must be a date such as 2027-05-31.');
  return text;
}

function describe(plan: ImportPlanView, counts: PlanCounts, importId: string | null): string {
  const parts = [
    `${counts.new} new`,
    `${counts.changed} changed`,
    `${counts.unchanged} unchanged`,
    `${counts.publishedChanged} published and changed since`,
    `${counts.duplicates} duplicates`,
    `${counts.skipped} skipped`,
    `${counts.invalid} invalid`,
  ];
  const head = `${plan.fileName}: ${counts.rows} rows. ${parts.join(', ')}.`;
  return importId === null ? `${head}\nNothing was changed (dry run).` : `${head}\nImport ${importId}`;
}
