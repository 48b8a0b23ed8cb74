import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Organizer } from '#core/organizer.ts';
import { systemClock } from '#core/system.ts';
import { withOrganizer } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { addReadingOptions, type ReadingOptions } from '../import/import-options.ts';
import type { Output } from '../output.ts';
import { type Look, lookAt, settledBetween } from '../watch/settled-files.ts';
import { type Taken, takeFile } from '../watch/take-file.ts';

type WatchOptions = ReadingOptions & {
  publish?: boolean;
  status: 'draft' | 'published';
  once?: boolean;
  every: number;
};

type WatchReport = { files: Taken[]; delivered: number; rejected: number; needsReview: number; waiting: number };

/** `watch FOLDER`: what lands there becomes drafts, and with `--publish` events. Ends on Ctrl+C, or with `--once`. */
export function addWatchCommand(program: Command, finish: (code: ExitCode) => void): void {
  const command = program
    .command('watch')
    .description('import each calendar that lands in a folder, and put it into done/ or failed/ there')
    .argument('<folder>', 'the folder');
  addReadingOptions(command)
    .option('--publish', 'publish what was imported as well')
    .addOption(new Option('--status <status>', 'how it is published').choices(['draft', 'published']).default('draft'))
    .option('--once', 'take what is there now, send it, and end: for cron and the task scheduler')
    .option('--every <seconds>', 'how often to look; a file that is the same at two looks is complete', seconds, 5)
    .action(async (folder: string, options: WatchOptions, from: Command) => {
      await withOrganizer(from, async ({ organizer, output, signal }) => {
        const report = await watch(organizer, resolve(folder), options, output, signal);
        output.result(report, () => describe(report));
        const problems = report.files.some(({ problem }) => problem !== null);
        if (problems || report.rejected + report.needsReview + report.waiting > 0) finish(exitCodes.attention);
      });
    });
}

async function watch(
  organizer: Organizer,
  folder: string,
  options: WatchOptions,
  output: Output,
  signal: AbortSignal,
): Promise<WatchReport> {
  const before = organizer.outbox.counts().delivered;
  const files: Taken[] = [];
  let earlier: Look = await lookAt(folder);
  while (!signal.aborted) {
    await systemClock.sleep(options.every * 1_000, signal);
    const later = await lookAt(folder);
    for (const name of signal.aborted ? [] : settledBetween(earlier, later)) {
      // What the platform lists decides which fields are frozen.
      await organizer.refreshContract('ifDue');
      const taken = await takeFile(organizer, folder, name, {
        ...options,
        publishAs: options.publish ? options.status : null,
      });
      files.push(taken);
      output.note(line(taken));
    }
    earlier = later;
    if (options.publish && hasWork(organizer)) await send(organizer, output, signal);
    if (options.once) break;
  }
  const { delivered, needsReview, queued, sending } = organizer.outbox.counts();
  const refused = organizer.drafts.list({ search: '', status: 'rejected', importId: null, limit: 1, offset: 0 });
  return {
    files,
    delivered: delivered - before,
    rejected: refused.total,
    needsReview,
    waiting: options.publish ? queued + sending : 0,
  };
}

const hasWork = (organizer: Organizer) => {
  const { queued, sending } = organizer.outbox.counts();
  return queued + sending - organizer.outbox.asking() > 0;
};

/** Sends until nothing can move; why it rests is said once, and the next look tries again. */
async function send(organizer: Organizer, output: Output, signal: AbortSignal): Promise<void> {
  const { lane } = await organizer.drain({ signal });
  if (lane.message !== null) output.note(lane.message);
}

function line({ file, importId, new: made, changed, unchanged, queued, problem }: Taken): string {
  const what =
    importId === null ? 'not imported' : `${made} new, ${changed} changed, ${unchanged} unchanged, ${queued} queued`;
  return `${new Date().toISOString()} ${file}: ${what}${problem === null ? '' : `. ${problem}`}`;
}

function describe({ files, delivered, rejected, needsReview, waiting }: WatchReport): string {
  return `${files.length} files, ${delivered} delivered, ${rejected} rejected, ${needsReview} need a review, ${waiting} waiting.`;
}

function seconds(text: string): number {
  const number = Number(text);
  if (!(number >= 0.1 && number <= 86_400))
    throw new InvalidArgumentError('It must be a number of seconds, such as 5.');
  return number;
}
