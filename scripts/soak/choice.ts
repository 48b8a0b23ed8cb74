import { SetupError } from '../runtime/commands.ts';

/** What a run was asked for: parts by name, and the seed of an earlier run. */
export type Choice = { names: string[]; seed: number | undefined };

/** Reads `npm run soak -- [name…] [--seed N]`; without names all parts run. @throws SetupError. */
export function readChoice(args: readonly string[], known: readonly string[]): Choice {
  const at = args.indexOf('--seed');
  const seed = at === -1 ? undefined : Number(args[at + 1]);
  if (seed !== undefined && !Number.isSafeInteger(seed)) throw new SetupError('--seed wants a whole number.');
  const names = at === -1 ? [...args] : args.toSpliced(at, 2);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new SetupError(`There is no part “${unknown}”, only ${known.join(', ')}.`);
  return { names: names.length > 0 ? names : [...known], seed };
}
