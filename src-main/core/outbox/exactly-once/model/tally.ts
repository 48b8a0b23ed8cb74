/** What really happened over all runs, so that a test that passes is known to have tried everything. */
export function createTally() {
  const counts = new Map<string, Map<string, number>>();
  let steps = 0;
  return {
    steps: () => steps,
    step(command: string) {
      steps += 1;
      this.count('commands', command);
    },
    count(kind: string, name: string, by = 1) {
      const ofKind = counts.get(kind) ?? new Map<string, number>();
      counts.set(kind, ofKind.set(name, (ofKind.get(name) ?? 0) + by));
    },
    of: (kind: string, name: string) => counts.get(kind)?.get(name) ?? 0,
    /** One line for each kind, for people. */
    lines: () =>
      [...counts].map(([kind, ofKind]) => {
        const names = [...ofKind].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, n]) => `${name} ${n}`);
        return `${kind}: ${names.join(', ')}`;
      }),
  };
}
export type Tally = ReturnType<typeof createTally>;
