/** Two presses closer than this are one double press, in ms. */
const DOUBLE_PRESS_MS = 350;

/**
 * Lets one press through and swallows the second of a double press: the list moves up in between, and the second one
 * would mean the next event.
 */
export function createPressGuard(now: () => number = () => performance.now()): (run: () => void) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (run) => {
    const at = now();
    const second = at - last < DOUBLE_PRESS_MS;
    last = at;
    if (!second) run();
  };
}
