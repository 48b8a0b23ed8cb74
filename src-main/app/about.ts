import { readFile } from 'node:fs/promises';
import { app } from 'electron';
import { type About, BuiltAboutSchema } from '#shared/contract/about-views.ts';
import { built } from './app-paths.ts';

/** What this app is, and what it is made of: its own versions, and what the build wrote down. */
export async function readAbout(): Promise<About> {
  const { sqlite, packages } = BuiltAboutSchema.parse(JSON.parse(await readFile(built('main', 'about.json'), 'utf8')));
  const { electron = '', chrome: chromium = '', node } = process.versions;
  return { versions: { app: app.getVersion(), electron, chromium, node, sqlite }, packages };
}
