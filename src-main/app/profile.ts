import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';

/**
 * Keeps Electron's own files of this start inside the data directory. It also makes "one app at a time" hold for each
 * data directory. Where nothing can be written they go to a throw-away place: the app has to start to say what is wrong.
 */
export function keepProfileIn(dataDir: string): void {
  const wanted = join(dataDir, 'electron');
  try {
    mkdirSync(wanted, { recursive: true, mode: 0o700 });
    app.setPath('userData', wanted);
  } catch {
    app.setPath('userData', mkdtempSync(join(tmpdir(), 'pinned-organizer-')));
  }
}
