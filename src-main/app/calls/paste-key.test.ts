import { describe, expect, test } from 'vitest';
import { keyFromClipboard, pasteKey } from './paste-key.ts';

function clipboardWith(text: string) {
  const clipboard = {
    text,
    readText: () => clipboard.text,
    clear: () => {
      clipboard.text = '';
    },
  };
  return clipboard;
}

describe('what counts as a key', () => {
  test('one word, without the white space around it', () => {
    expect(keyFromClipboard('  k-123\n')).toBe('k-123');
  });

  test.each([
    ['nothing', ''],
    ['blank', ' \n\t '],
    ['two lines', 'k-1\nk-2'],
    ['a sentence', 'my key is k-1'],
    ['far too long', 'k'.repeat(2_001)],
  ])('not %s, and the message does not repeat it', (_name, text) => {
    expect(() => keyFromClipboard(text)).toThrowError(expect.objectContaining({ code: 'usage' }));
    expect(() => keyFromClipboard(text)).not.toThrowError(/k-1|kkkk/);
  });
});

describe('afterwards', () => {
  test('the clipboard is empty when the key was stored', async () => {
    const clipboard = clipboardWith(' k-1 ');
    expect(await pasteKey(clipboard, async (key) => `stored ${key}`)).toBe('stored k-1');
    expect(clipboard.text).toBe('');
  });

  test('what the person copied meanwhile stays', async () => {
    const clipboard = clipboardWith('k-1');
    await pasteKey(clipboard, async () => {
      clipboard.text = 'something else';
    });
    expect(clipboard.text).toBe('something else');
  });

  test('a key that could not be stored stays, because it may be the only copy', async () => {
    const clipboard = clipboardWith('k-1');
    const offline = pasteKey(clipboard, async () => {
      throw new Error('offline');
    });
    await expect(offline).rejects.toThrow('offline');
    expect(clipboard.text).toBe('k-1');
  });
});
