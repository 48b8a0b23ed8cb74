/**
 * Long work is written as a generator that yields between its steps: whoever drives it decides when to pause, and can
 * stop it there. Nothing is half done between two steps but what the work itself says.
 */
export type Steps<Result> = Generator<void, Result>;

/** Does all of it at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
  }
}
