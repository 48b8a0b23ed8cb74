// npm test: everything that has to hold. `--unit` and `--e2e` run one suite only; what follows is handed to it.
import { build } from './runtime/build.ts';
import { SetupError } from './runtime/commands.ts';
import { prepareRuntime, type Runtime } from './runtime/prepare.ts';
import { checkLeftNothingBehind, treeState } from './testing/clean-tree.ts';
import { countsLine, nothingCounted, sum } from './testing/counts.ts';
import { type StepResult, step } from './testing/step.ts';
import { check, endToEndTests, unitTests } from './testing/suites.ts';

const [choice, ...filters] = process.argv.slice(2);
const only = choice === '--unit' || choice === '--e2e' ? choice : null;

const treeBefore = await treeState();
const results: StepResult[] = [];
let runtime: Runtime | undefined;

// One run shows everything: a failed step stops only those that cannot work without it.
if (!only) {
  results.push(await step('Types: Node side', () => check('tsc', ['-p', 'tsconfig.node.json'])));
  results.push(await step('Types: window side', () => check('tsc', ['-p', 'tsconfig.web.json'])));
  results.push(await step('Lint', () => check('biome', ['check', '--error-on-warnings', '.'])));
}

// The unit tests share better-sqlite3 and the system libraries with the app, so the runtime comes before both suites.
results.push(
  await step('Runtime', async () => {
    runtime = await prepareRuntime('private');
    return nothingCounted;
  }),
);

if (only !== '--e2e') results.push(await step('Unit tests', () => unitTests(only ? filters : [])));

if (only !== '--unit') {
  const built = await step('Build', async () => {
    await build(runtime?.env ?? process.env);
    return nothingCounted;
  });
  results.push(built);
  results.push(
    await step('End-to-end tests', async () => {
      if (!runtime || built.counts.failed > 0) throw new SetupError('Not run: there is no app to drive.');
      return endToEndTests(runtime.env, only ? filters : []);
    }),
  );
}

// On a developer's machine files change while tests run; in CI nobody else writes.
if (process.env.CI) results.push(await step('Clean tree', () => checkLeftNothingBehind(treeBefore)));

const failed = results.filter((result) => result.counts.failed > 0).map((result) => result.title);
const seconds = results.reduce((total, result) => total + result.seconds, 0);
console.log(`\n${failed.length === 0 ? 'All steps ok' : `Failed: ${failed.join(', ')}`} after ${seconds.toFixed(0)} s`);

const total = sum(results.map((result) => result.counts));
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(countsLine(total));
