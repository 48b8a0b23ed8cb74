/** Two presses at one place, closer in time than this, are one double press; in ms. */
const DOUBLE_PRESS_MS = 350;
/** A hand is not quite still between the two, in px. */
const SAME_PLACE_PX = 6;

/** `detail` is 0 for a press by the keyboard, whose focus has moved on by itself. */
type Press = { clientX: number; clientY: number; detail: number };

/**
 * Lets one press through and swallows the second of a double press: the list moves up in between, and the second one
 * would mean the next event.
 */
export function createPressGuard(now: () => number = () => performance.now()): (press: Press, run: () => void) => void {
  let last: { at: number; x: number; y: number } | null = null;
  return ({ clientX: x, clientY: y, detail }, run) => {
    const at = now();
    const second =
      last !== null &&
      at - last.at < DOUBLE_PRESS_MS &&
      Math.abs(x - last.x) <= SAME_PLACE_PX &&
      Math.abs(y - last.y) <= SAME_PLACE_PX;
    if (detail > 0) last = { at, x, y };
    if (detail === 0 || !second) run();
  };
}
