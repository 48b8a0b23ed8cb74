/** The two things of the page's world that are used here; the preload is compiled without its types. */
type Page = {
  dispatchEvent(event: unknown): boolean;
  KeyboardEvent: new (type: string, init: object) => unknown;
};

/**
 * Presses a shortcut in the page as if the person had: the window alone decides what its shortcuts do, and when. Made
 * here and not as input of the system, where a key that the page leaves alone would come back to the menu.
 */
export function pressShortcut(key: unknown): void {
  if (typeof key !== 'string' || key.length !== 1) return;
  const page = globalThis as unknown as Page;
  const isMac = process.platform === 'darwin';
  page.dispatchEvent(
    new page.KeyboardEvent('keydown', { key, ctrlKey: !isMac, metaKey: isMac, bubbles: true, cancelable: true }),
  );
}
