import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';

/**
 * True for a message that comes from the page of our own window: its main frame, and the app's own origin. Frames
 * inside it, other windows and pages that were navigated to are strangers.
 */
export function isOurPage(
  { sender, senderFrame }: Pick<IpcMainEvent | IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  page: WebContents | null,
  origin: string,
): boolean {
  if (page === null || senderFrame === null || sender !== page) return false;
  return senderFrame === page.mainFrame && senderFrame.origin === origin;
}
