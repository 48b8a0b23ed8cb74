import { app } from 'electron';

/** How long the end of the app may take before it is made to end. Nothing is lost then: the outbox survives a kill. */
export const PATIENCE_MS = 6_000;

/** Holds the end of the app back until `finish` is done, once. */
export function finishBeforeQuit(finish: () => Promise<void>): void {
  let state: 'running' | 'finishing' | 'finished' = 'running';
  app.on('before-quit', (event) => {
    if (state === 'finished') return;
    event.preventDefault();
    if (state === 'finishing') return;
    state = 'finishing';
    void finish().finally(() => {
      state = 'finished';
      app.quit();
    });
  });
}
