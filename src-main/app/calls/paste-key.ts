import { OrganizerError } from '#shared/errors.ts';

/** Longest text that can be a key. */
const LONGEST_KEY = 2_000;

/** The text of the clipboard as a key. @throws OrganizerError `usage` with what to do, never with the text. */
export function keyFromClipboard(text: string): string {
  const key = text.trim();
  if (key === '') throw problem('The clipboard is empty. Copy the key on Pinned Events first, then paste it here.');
  if (/\s/.test(key)) {
    throw problem(
      'The clipboard holds several words or lines, so it is not a key. Copy the key alone, then paste it here.',
    );
  }
  if (key.length > LONGEST_KEY)
    throw problem('What the clipboard holds is too long to be a key. Copy the key alone, then paste it here.');
  return key;
}

/** The clipboard as far as it is needed. Electron 33 answers at once, newer ones with a promise. */
export type ClipboardText = { readText(): string | Promise<string>; clear(): void };

/**
 * Takes the key from the clipboard and hands it to `store`. Afterwards the clipboard is cleared if it still holds the
 * key; not when storing failed, because the platform shows a key only once and the clipboard may be its only home.
 */
export async function pasteKey<T>(clipboard: ClipboardText, store: (key: string) => Promise<T>): Promise<T> {
  const key = keyFromClipboard(await clipboard.readText());
  const stored = await store(key);
  if ((await clipboard.readText()).trim() === key) clipboard.clear();
  return stored;
}

function problem(message: string): OrganizerError {
  return new OrganizerError('usage', message);
}
