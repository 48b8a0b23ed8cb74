// npm run bench -- <suite>: how fast, as ratios against a baseline that is measured in the same run. A bench is no test:
// it fails only when something could not be measured.
import { printReport } from './bench/print.ts';
import { type Report, type SuiteOptions, toJson } from './bench/report.ts';

const suites: Record<string, () => Promise<(options: SuiteOptions) => Promise<Report>>> = {
  import: async () => (await import('./bench/import/suite.ts')).measureImport,
  outbox: async () => (await import('./bench/outbox/suite.ts')).measureOutbox,
};

const [name = '', ...flags] = process.argv.slice(2);
const unknown = flags.filter((flag) => flag !== '--json' && flag !== '--quick');
const load = Object.hasOwn(suites, name) ? suites[name] : undefined;

if (load === undefined || unknown.length > 0) {
  if (name !== '' && load === undefined) console.error(`There is no suite "${name}".`);
  if (unknown.length > 0) console.error(`Unknown: ${unknown.join(' ')}`);
  console.error(`npm run bench -- <suite> [--json] [--quick]\nSuites: ${Object.keys(suites).join(', ')}`);
  process.exit(2);
}

try {
  const measure = await load();
  const report = await measure({
    quick: flags.includes('--quick'),
    note: (line) => void process.stderr.write(`${line}\n`),
  });
  const text = flags.includes('--json') ? toJson(report) : printReport(report);
  // Some of the measured libraries leave timers behind that would hold this process for a while.
  process.stdout.write(text, () => process.exit(0));
} catch (error) {
  console.error(error);
  process.exit(1);
}
