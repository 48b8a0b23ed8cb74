import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { OrganizerError } from '#shared/errors.ts';
import type { PickedFile } from '../links/core-link.ts';

/** What the window learns of a picked file: a token in place of the path, and a name to show. */
export type NamedFile = { file: string; name: string };

export type CalendarFiles = {
  /** Shows the system's file dialog. Null when the person closed it. */
  pick(window: BrowserWindow | null): Promise<NamedFile | null>;
  /** One that was dropped on the window. @throws OrganizerError `unreadable_input` */
  drop(path: string): Promise<NamedFile>;
  /** One that the system opened with the app. @throws OrganizerError `unreadable_input` */
  open(path: string): Promise<NamedFile>;
  /** The sample calendar that comes with the app. */
  sample(): Promise<NamedFile>;
  /** Every file of this start, for a core that has to be told again. */
  all(): PickedFile[];
};

/** As many as the core keeps. */
const KEPT = 50;

export function createCalendarFiles(samplePath: string, tellCore: (file: PickedFile) => Promise<void>): CalendarFiles {
  const files: PickedFile[] = [];

  async function register(path: string): Promise<NamedFile> {
    const file = { token: randomUUID(), path };
    files.push(file);
    if (files.length > KEPT) files.shift();
    await tellCore(file);
    return { file: file.token, name: basename(path) };
  }

  return {
    async pick(window) {
      const options: Electron.OpenDialogOptions = {
        title: 'Choose a calendar',
        properties: ['openFile'],
        filters: [
          { name: 'Calendars', extensions: ['csv', 'tsv', 'txt', 'ics'] },
          { name: 'All files', extensions: ['*'] },
        ],
      };
      const { filePaths } = await (window === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(window, options));
      const [path] = filePaths;
      return path === undefined ? null : register(path);
    },
    async drop(path) {
      const found = path === '' ? undefined : statSync(path, { throwIfNoEntry: false });
      if (found?.isFile() === true) return register(path);
      throw new OrganizerError(
        'unreadable_input',
        found?.isDirectory() === true
          ? 'That is a folder. Drop the calendar file that lies in it.'
          : 'Only a file of this computer can be dropped here. Save the calendar first, then drop the file.',
      );
    },
    async open(path) {
      if (statSync(path, { throwIfNoEntry: false })?.isFile() === true) return register(path);
      throw new OrganizerError(
        'unreadable_input',
        `${basename(path)} is not there any more. Open it from where it is now.`,
      );
    },
    sample: () => register(samplePath),
    all: () => [...files],
  };
}
