import { join } from 'node:path';
import { type BrowserWindow, screen } from 'electron';
import { z } from 'zod';
import { readSmallJson, writeSmallJson } from '../small-json.ts';
import { BoundsSchema, placeWindow } from './placement.ts';

const WindowStateSchema = z.object({ bounds: BoundsSchema, maximized: z.boolean() });

/** Remembers where the window was, in `window.json` of the data directory. */
export function createWindowMemory(dataDir: string, log: (line: string) => void) {
  const file = join(dataDir, 'window.json');
  return {
    recall() {
      const state = readSmallJson(file, WindowStateSchema);
      const workAreas = screen.getAllDisplays().map((display) => display.workArea);
      return { ...placeWindow(state?.bounds ?? null, workAreas), maximized: state?.maximized ?? false };
    },
    keep(window: BrowserWindow) {
      try {
        writeSmallJson(file, { bounds: window.getNormalBounds(), maximized: window.isMaximized() });
      } catch {
        log('the place of the window was not remembered');
      }
    },
  };
}
