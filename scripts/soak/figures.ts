import type { SoakResult } from '../../src-main/core/outbox/exactly-once/soak/result.ts';

/** The figures of a run: one block for each proof, one line for each figure. */
export function figuresOf(results: readonly SoakResult[]): string {
  const width = Math.max(0, ...results.flatMap(({ figures }) => Object.keys(figures).map((name) => name.length)));
  return results
    .map(({ name, ok, figures }) => {
      const lines = Object.entries(figures).map(([figure, value]) => `  ${figure.padEnd(width)}  ${value}`);
      return [`${ok ? 'ok    ' : 'NOT OK'}  ${name}`, ...lines].join('\n');
    })
    .join('\n\n');
}
