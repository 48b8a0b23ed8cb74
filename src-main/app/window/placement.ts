import { z } from 'zod';

export const BoundsSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});
export type Bounds = z.infer<typeof BoundsSchema>;

export const MIN_WIDTH = 880;
export const MIN_HEIGHT = 560;
const USUAL = { width: 1280, height: 800 };

/** How much of the window's top edge has to be on a screen, so that it can be seen and moved. */
const GRIP = { width: 120, height: 40 };

/**
 * Where to put the window: where it was, as long as a screen is still there, and no larger than that screen. Otherwise
 * the usual size, centred (no position).
 */
export function placeWindow(
  remembered: Bounds | null,
  workAreas: readonly Bounds[],
): { width: number; height: number; x?: number; y?: number } {
  if (remembered !== null) {
    const area = workAreas.find((candidate) => holdsGrip(candidate, remembered));
    if (area !== undefined) {
      const width = clamp(remembered.width, MIN_WIDTH, area.width);
      const height = clamp(remembered.height, MIN_HEIGHT, area.height);
      return { width, height, x: remembered.x, y: remembered.y };
    }
  }
  const [first] = workAreas;
  return {
    width: clamp(USUAL.width, MIN_WIDTH, first?.width ?? USUAL.width),
    height: clamp(USUAL.height, MIN_HEIGHT, first?.height ?? USUAL.height),
  };
}

function holdsGrip(area: Bounds, window: Bounds): boolean {
  const visible = Math.min(area.x + area.width, window.x + window.width) - Math.max(area.x, window.x);
  return visible >= GRIP.width && window.y >= area.y && window.y <= area.y + area.height - GRIP.height;
}

/** A screen smaller than the minimum gets the minimum: Electron keeps to it anyway. */
function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
