import type { Command } from 'commander';
import type { Organizer } from '#core/organizer.ts';
import type { ImportPlanView, PlanCounts, RowIssueView } from '#shared/contract/import-views.ts';
import { withOrganizer } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { addReadingOptions, type ReadingOptions, toChoices } from '../import/import-options.ts';
import type { Output } from '../output.ts';

/** Issues that are printed for people. */
const ISSUES_SHOWN = 40;

type ImportOptions = ReadingOptions & { invalid?: string; dryRun?: boolean };

/** `import FILE`: plan, then apply. The options are defaults for what a row lacks. */
export function addImportCommand(program: Command, finish: (code: ExitCode) => void): void {
  const command = program
    .command('import')
    .description(
      'read a calendar (CSV or iCalendar) and make drafts of its events; the same file again changes nothing',
    )
    .argument('<file>', 'the calendar');
  addReadingOptions(command)
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
