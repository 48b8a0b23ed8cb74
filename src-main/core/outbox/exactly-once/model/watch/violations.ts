/** A rule of the outbox that does not hold. Its message begins with the rule's name. */
export class RuleBroken extends Error {
  override readonly name = 'RuleBroken';
}

/**
 * Collects broken rules. Some are noticed inside of a fetch, where a thrown error would look like a network that
 * failed; they are raised when the step is over.
 */
export function createViolations() {
  const found: string[] = [];
  return {
    found,
    add: (rule: string, detail: string) => void found.push(`[${rule}] ${detail}`),
    /** Reports unless the condition holds. */
    expect(condition: boolean, rule: string, detail: () => string) {
      if (!condition) this.add(rule, detail());
    },
    throwIfAny() {
      if (found.length > 0) throw new RuleBroken(found.join('\n'));
    },
  };
}
export type Violations = ReturnType<typeof createViolations>;
