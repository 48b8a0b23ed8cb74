import { capture } from '../runtime/commands.ts';
import { projectRoot } from '../runtime/paths.ts';
import { type Counts, nothingCounted, oneFailure } from './counts.ts';

/** What git says has changed in the repository; null outside of one (an unpacked archive has no history). */
export async function treeState(): Promise<string | null> {
  const result = await capture('git', ['status', '--porcelain'], { cwd: projectRoot });
  return result.code === 0 ? result.stdout : null;
}

/** A build or a test that writes into the repository is a failure: the next run would not be the same. */
export async function checkLeftNothingBehind(before: string | null): Promise<Counts> {
  const after = await treeState();
  if (after === before) return nothingCounted;
  console.error(`The run changed files of the repository:\n${after ?? ''}`);
  return oneFailure;
}
