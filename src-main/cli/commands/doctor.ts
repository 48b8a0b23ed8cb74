import type { Command } from 'commander';
import { type DoctorReport, doctorTitles, type Finding } from '#shared/doctor/report.ts';
import { withOrganizer } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';

const MARKS: Record<Finding['state'], string> = { ok: 'ok', warn: 'look', bad: 'BAD', skipped: '-' };

/** `doctor`: tries everything that publishing needs, and says what to do. It publishes nothing. */
export function addDoctorCommand(program: Command, finish: (code: ExitCode) => void): void {
  program
    .command('doctor')
    .description('try each step from the network to the outbox, and say what to do; publishes nothing')
    .action(async (_options, command: Command) => {
      await withOrganizer(command, async ({ organizer, output }) => {
        const report = await organizer.doctor();
        output.result(report, () => describe(report));
        if (!report.healthy) finish(report.keyRefused ? exitCodes.keyRefused : exitCodes.attention);
      });
    });
}

function describe({ healthy, findings }: DoctorReport): string {
  const width = Math.max(...Object.values(doctorTitles).map(({ length }) => length));
  const lines = findings.flatMap(({ step, state, found, todo }) => [
    `${MARKS[state].padEnd(5)}${doctorTitles[step].padEnd(width + 2)}${found}`,
    ...(todo === null ? [] : [`${' '.repeat(width + 7)}→ ${todo}`]),
  ]);
  return [...lines, '', healthy ? 'Nothing stands in the way of publishing.' : 'Something needs you: see “BAD”.'].join(
    '\n',
  );
}
