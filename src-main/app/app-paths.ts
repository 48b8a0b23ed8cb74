import { join } from 'node:path';
import { app } from 'electron';

/** A file of the build: the entries of the processes, the preload, the window. */
export function built(...parts: string[]): string {
  return join(app.getAppPath(), 'out', ...parts);
}

/** A file that comes with the app. A packaged app has them outside its archive, where other programs can open them. */
export function resource(name: string): string {
  return app.isPackaged ? join(process.resourcesPath, name) : join(app.getAppPath(), 'resources', name);
}
