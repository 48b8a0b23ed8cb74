import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { resolvePage } from './resolve-page.ts';

const root = resolve('/app/out/renderer');

test.each([
  ['app://organizer/', 'index.html', 'text/html; charset=utf-8'],
  ['app://organizer/index.html', 'index.html', 'text/html; charset=utf-8'],
  ['app://organizer/assets/index-1.js?v=1#top', join('assets', 'index-1.js'), 'text/javascript; charset=utf-8'],
  ['app://organizer/assets/a%20b.css', join('assets', 'a b.css'), 'text/css; charset=utf-8'],
  // The address parser itself takes these up to the top, where nothing but our own files is.
  ['app://organizer/../../index.html', 'index.html', 'text/html; charset=utf-8'],
  ['app://organizer/%2e%2e/index.html', 'index.html', 'text/html; charset=utf-8'],
])('%s is served', (address, file, type) => {
  expect(resolvePage(root, address)).toEqual({ file: join(root, file), type });
});

test.each([
  'app://organizer/..%2f..%2fmain%2findex.js',
  'app://organizer/%2e%2e%2fmain/index.js',
  'app://organizer/assets/..%2f..%2f..%2f..%2fetc/passwd.js',
  'app://organizer/..%5c..%5cmain%5cindex.js',
  'app://organizer/a%00.js',
  'app://organizer/%252e%252e%252fmain.exe',
  'app://organizer/%E0%A4%A.js',
  'app://organizer/secret.db',
  'app://organizer/assets/',
  'app://organizer/assets',
  'app://organizer//etc/passwd',
  'app://elsewhere/index.html',
  'app://organizer:8080/index.html',
  'file:///etc/passwd.js',
  'https://organizer/index.html',
  'no address',
])('%s is not served', (address) => {
  expect(resolvePage(root, address)).toBeNull();
});

test('a neighbour whose name begins like the folder is outside', () => {
  expect(resolvePage('/app/out/renderer', 'app://organizer/..%2frenderer-old/index.html')).toBeNull();
});
