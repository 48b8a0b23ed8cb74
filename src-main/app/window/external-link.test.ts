import { expect, test } from 'vitest';
import { externalLink } from './external-link.ts';

test('web pages go to the browser', () => {
  expect(externalLink('https://pinned.events/docs')).toBe('https://pinned.events/docs');
});

test.each([
  'http://pinned.events/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,hello',
  'smb://host/share',
  'ms-msdt:/id',
  'app://organizer/index.html',
  'https://pinned.events@evil.example/',
  'https://user:word@evil.example/',
  'not an address',
  '',
])('%j goes nowhere', (address) => {
  expect(externalLink(address)).toBeNull();
});
