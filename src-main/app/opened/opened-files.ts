import { app } from 'electron';
import { z } from 'zod';

/** What a second start hands to the one that is running. */
export const HandOverSchema = z.object({ calendar: z.string().max(32_767).nullable() });
export type HandOver = z.infer<typeof HandOverSchema>;

/** The calendar that the system asked the app to open, until the window takes it. */
export type OpenedFiles = {
  /** The newest one that nobody took yet, once; null when there is none. */
  take(): string | null;
  /** Told when one arrives while the app runs. */
  onArrival(listener: () => void): void;
};

/**
 * Listens to the three ways a calendar comes: with this start, with a second start, and on macOS as an event of its own,
 * which may come before the app is ready.
 */
export function createOpenedFiles(atStart: string | null): OpenedFiles {
  let waiting = atStart;
  let tell = () => {};

  function arrive(path: string) {
    waiting = path;
    tell();
  }

  app.on('open-file', (event, path) => {
    event.preventDefault();
    arrive(path);
  });
  app.on('second-instance', (_event, _argv, _directory, data) => {
    const handedOver = HandOverSchema.safeParse(data);
    if (handedOver.success && handedOver.data.calendar !== null) arrive(handedOver.data.calendar);
  });

  return {
    take() {
      const path = waiting;
      waiting = null;
      return path;
    },
    onArrival(listener) {
      tell = listener;
    },
  };
}
