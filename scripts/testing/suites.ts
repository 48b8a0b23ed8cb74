import { readFile, rm } from 'node:fs/promises';
import { stream } from '../runtime/commands.ts';
import { withDisplayAndKeyring } from '../runtime/display-and-keyring.ts';
import { inProject, projectRoot } from '../runtime/paths.ts';
import { tool } from '../runtime/tools.ts';
import { type Counts, countPlaywright, countRun, countVitest, nothingCounted, oneFailure } from './counts.ts';

const vitestReport = inProject('test-results', 'vitest.json');
const playwrightReport = inProject('test-results', 'playwright.json');

/** A tool that is no test suite: passes without a count, or is one failure. */
export async function check(
  name: Parameters<typeof tool>[0],
  args: string[],
  env?: NodeJS.ProcessEnv,
): Promise<Counts> {
  const code = await stream(process.execPath, [tool(name), ...args], { cwd: projectRoot, env: env ?? process.env });
  return code === 0 ? nothingCounted : oneFailure;
}

/** Everything that needs no window, with a real keychain at hand. */
export async function unitTests(filters: string[]): Promise<Counts> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`];
  const args = [tool('vitest'), 'run', ...reporters, ...filters];
  return countedRun(vitestReport, countVitest, () => withDisplayAndKeyring(process.execPath, args));
}

/** The real app, driven through its windows. */
export async function endToEndTests(env: NodeJS.ProcessEnv, filters: string[]): Promise<Counts> {
  const args = [tool('playwright'), 'test', ...filters];
  return countedRun(playwrightReport, countPlaywright, () => withDisplayAndKeyring(process.execPath, args, env));
}

/** Counts come from the report alone, never from what was printed. The report of an earlier run must not be counted. */
async function countedRun<Report>(
  reportFile: string,
  count: (report: Report) => Counts,
  run: () => Promise<number>,
): Promise<Counts> {
  await rm(reportFile, { force: true });
  const exitCode = await run();
  const text = await readFile(reportFile, 'utf8').catch(() => null);
  if (text === null) {
    console.error(`No report was written (exit code ${exitCode}).`);
    return oneFailure;
  }
  return countRun(count(JSON.parse(text) as Report), exitCode);
}
