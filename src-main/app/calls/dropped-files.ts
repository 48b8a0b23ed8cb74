import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { z } from 'zod';
import { toErrorData } from '#shared/errors.ts';
import { DROP_CHANNEL } from '../../preload/channels.ts';
import { refuse } from '../core-side/answer-call.ts';
import type { CalendarFiles } from './calendar-files.ts';

const PathSchema = z.string().max(32_767);

type Options = { files: CalendarFiles; isOurs: (event: IpcMainInvokeEvent) => boolean; log: (line: string) => void };

/** Takes files that were dropped on the window. The path comes from the preload: the page itself never names one. */
export function registerDroppedFiles({ files, isOurs, log }: Options): void {
  ipcMain.handle(DROP_CHANNEL, async (event, path: unknown) => {
    if (!isOurs(event)) {
      log('refused a dropped file: it does not come from the app’s window');
      return refuse({ code: 'bad_message', message: 'This window may not ask for that.' });
    }
    try {
      return { ok: true, value: await files.drop(PathSchema.parse(path)) };
    } catch (thrown) {
      return refuse(toErrorData(thrown));
    }
  });
}
