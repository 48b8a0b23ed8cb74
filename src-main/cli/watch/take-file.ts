import { mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Organizer } from '#core/organizer.ts';
import { OrganizerError, toErrorData } from '#shared/errors.ts';
import { type ReadingOptions, toChoices } from '../import/import-options.ts';

/** What became of one file. `problem` is null when all of it was taken. */
export type Taken = {
  file: string;
  importId: string | null;
  new: number;
  changed: number;
  unchanged: number;
  invalid: number;
  queued: number;
  problem: string | null;
};

export type TakeOptions = ReadingOptions & {
  /** How events are published; null: they stay drafts here. */
  publishAs: 'draft' | 'published' | null;
};

/**
 * Imports one calendar, queues its events when that is wanted, and moves the file to `done/` or, with a text that says
 * why, to `failed/`. Killed at any point it is done again from the start, and nothing is doubled: the same file changes
 * nothing, and what is in the outbox is not queued again.
 */
export async function takeFile(
  organizer: Organizer,
  folder: string,
  name: string,
  options: TakeOptions,
): Promise<Taken> {
  const taken = await importFile(organizer, join(folder, name), options).catch((thrown: unknown) => {
    if (!(thrown instanceof OrganizerError)) throw thrown;
    // A disk that takes nothing is no fault of the file: it stays where it is.
    if (thrown.code.startsWith('disk_') || thrown.code === 'database_damaged') throw thrown;
    return { ...nothing(name), problem: toErrorData(thrown).message };
  });
  await putAside(folder, name, taken.importId === null ? taken.problem : null);
  return taken;
}

const nothing = (file: string): Taken => ({
  file,
  importId: null,
  new: 0,
  changed: 0,
  unchanged: 0,
  invalid: 0,
  queued: 0,
  problem: null,
});

async function importFile(organizer: Organizer, path: string, options: TakeOptions): Promise<Taken> {
  const plan = await organizer.imports.plan(path, await toChoices(options));
  const { id, counts } = organizer.imports.apply(plan.planId);
  const problems = [
    ...(counts.invalid > 0 ? [`${counts.invalid} rows cannot be read`] : []),
    ...(counts.publishedChanged > 0 ? [`${counts.publishedChanged} changed after they were published`] : []),
  ];
  let queued = 0;
  if (options.publishAs !== null) {
    const published = organizer.publish({
      selection: { kind: 'import', importId: id },
      publishAs: options.publishAs,
      dryRun: false,
    });
    queued = published.queued;
    const [first] = published.notReady;
    if (first !== undefined) problems.push(`${published.notReady.length} are not ready: ${first.reason}`);
  }
  const { new: made, changed, unchanged, invalid } = counts;
  const problem = problems.length === 0 ? null : `${problems.join('; ')}.`;
  return { file: basename(path), importId: id, new: made, changed, unchanged, invalid, queued, problem };
}

/** Into a folder of its own, under a name that nothing there has. */
async function putAside(folder: string, name: string, why: string | null): Promise<void> {
  const into = join(folder, why === null ? 'done' : 'failed');
  await mkdir(into, { recursive: true });
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const target = join(into, `${stamp}-${name}`);
  // Gone already: another watcher was quicker, and did the same.
  await rename(join(folder, name), target).catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code !== 'ENOENT') throw thrown;
  });
  if (why !== null) await writeFile(`${target}.why.txt`, `${why}\n`);
}
