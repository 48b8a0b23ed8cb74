import type { SoakPart, SoakResult } from '../../src-main/core/outbox/exactly-once/soak/result.ts';

/** Runs the named parts one after another. A part that breaks off is not ok, and does not keep the others from running. */
export async function runParts(
  parts: Record<string, SoakPart>,
  names: readonly string[],
  seed: number | undefined,
  log: (line: string) => void,
): Promise<SoakResult[]> {
  const results: SoakResult[] = [];
  for (const name of names) {
    try {
      results.push(...((await parts[name]?.(log, seed)) ?? []));
    } catch (thrown) {
      log(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
      results.push({ name, ok: false, figures: { error: thrown instanceof Error ? thrown.message : String(thrown) } });
    }
  }
  return results;
}
