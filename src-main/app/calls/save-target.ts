import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import type { CallInput, CallOutput } from '#shared/contract/contract.ts';
import type { PickedFile } from '../links/core-link.ts';

type Kind = CallInput<'pickSaveTarget'>['kind'];

const filters: Record<Kind, Electron.FileFilter[]> = {
  csv: [{ name: 'CSV', extensions: ['csv'] }],
  ics: [{ name: 'iCalendar', extensions: ['ics'] }],
  json: [{ name: 'JSON', extensions: ['json'] }],
  any: [{ name: 'All files', extensions: ['*'] }],
};

/**
 * Asks where to save something. The window gets a token, and the core the path: so nothing is ever written to a place
 * that the person did not pick.
 */
export async function pickSaveTarget(
  window: BrowserWindow | null,
  { name, kind }: CallInput<'pickSaveTarget'>,
  tellCore: (file: PickedFile) => Promise<void>,
): Promise<CallOutput<'pickSaveTarget'>> {
  // The name comes from the window and may hold anything; only its last part counts.
  const options: Electron.SaveDialogOptions = { defaultPath: basename(name), filters: filters[kind] };
  const { filePath } = await (window === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  if (!filePath) return null;
  const token = randomUUID();
  await tellCore({ token, path: filePath });
  return { target: token, name: basename(filePath) };
}
