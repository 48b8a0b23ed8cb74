import { app, dialog } from 'electron';
import { describeThrown, type Log } from './log.ts';

/**
 * The last net of the main process: what nobody caught is logged and shown, with a way on. Every event is safe on disk,
 * so starting again is always possible.
 */
export function catchDefects(log: Log): void {
  let shown = false;
  const report = (thrown: unknown) => {
    log.line(`uncaught: ${describeThrown(thrown)}`);
    // One message is enough: the second defect is mostly a child of the first.
    if (shown) return;
    shown = true;
    void app.whenReady().then(show);
  };
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
  app.on('child-process-gone', (_event, { type, reason, name }) => {
    if (type !== 'Utility') log.line(`${name ?? type} is gone: ${reason}`);
  });

  async function show() {
    const { response } = await dialog.showMessageBox({
      type: 'error',
      message: 'Pinned Organizer met a problem that it did not expect.',
      detail: 'Your drafts and everything in the outbox are safe on disk. It is best to start the app again now.',
      buttons: ['Start again', 'Go on'],
      defaultId: 0,
      cancelId: 1,
    });
    shown = false;
    if (response !== 0) return;
    app.relaunch();
    app.quit();
  }
}
