import { expect, test } from 'vitest';
import { keyMark } from './key-mark.ts';

test('the mark tells keys apart within a workspace, and holds nothing of a key', () => {
  expect(keyMark('w', 'key-a')).toBe(keyMark('w', 'key-a'));
  expect(keyMark('w', 'key-a')).not.toBe(keyMark('w', 'key-b'));
  expect(keyMark('w', 'key-a')).not.toBe(keyMark('v', 'key-a'));
  expect(keyMark('w', 'key-a')).toMatch(/^[0-9a-f]{8}$/);
});
