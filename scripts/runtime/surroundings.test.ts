import { expect, test } from 'vitest';
import { exitCode } from './commands.ts';
import { hasDisplay } from './display.ts';
import { electronArguments } from './electron-arguments.ts';
import { cacheDirectory } from './paths.ts';

test('root runs Electron without its sandbox, nobody else does', () => {
  expect(electronArguments('linux', 0)).toContain('--no-sandbox');
  expect(electronArguments('linux', 1000)).not.toContain('--no-sandbox');
  expect(electronArguments('darwin', 0)).toEqual([]);
  expect(electronArguments('win32', undefined)).toEqual([]);
});

test('a display is there on macOS and Windows, or when one is named', () => {
  expect(hasDisplay({}, 'darwin')).toBe(true);
  expect(hasDisplay({}, 'win32')).toBe(true);
  expect(hasDisplay({}, 'linux')).toBe(false);
  expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
  expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
});

test('the cache is where the person keeps caches, whatever the home is', () => {
  expect(cacheDirectory({ XDG_CACHE_HOME: '/c', HOME: '/h' }, 'linux')).toMatch(/^[\\/]c[\\/]pinned-organizer$/);
  expect(cacheDirectory({ HOME: '/h' }, 'linux')).toMatch(/[\\/]h[\\/]\.cache[\\/]pinned-organizer$/);
});

test('a signal becomes the exit code a shell would report', () => {
  expect(exitCode(3, null)).toBe(3);
  expect(exitCode(null, 'SIGTERM')).toBe(143);
  expect(exitCode(null, 'SIGINT')).toBe(130);
});
