import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { forgetKey, readLaunch } from './environment.ts';

const read = (env: Record<string, string>, argv: string[] = [], isPackaged = false) =>
  readLaunch({ env, argv, userDataDir: '/home/ada/app', isPackaged });

describe('the data directory', () => {
  test('is in the user’s place by default', () => {
    expect(read({})).toMatchObject({ dataDir: join('/home/ada/app', 'workspace'), dataDirGiven: false });
    expect(read({ ORGANIZER_DATA_DIR: ' ' }).dataDirGiven).toBe(false);
  });

  test('can be named, and the argument wins', () => {
    const env = { ORGANIZER_DATA_DIR: '/env' };
    expect(read(env)).toMatchObject({ dataDir: resolve('/env'), dataDirGiven: true });
    expect(read(env, ['electron', '.', '--data-dir', '/given']).dataDir).toBe(resolve('/given'));
    expect(read(env, ['electron', '--data-dir=/given', '.']).dataDir).toBe(resolve('/given'));
    expect(read(env, ['electron', '.', '--data-dir']).dataDir).toBe(resolve('/env'));
  });
});

test('address and key come from the environment; empty ones are none', () => {
  const env = { PINNED_EVENTS_API_URL: 'http://127.0.0.1:1', PINNED_EVENTS_API_KEY: ' k \n' };
  expect(read(env)).toMatchObject({ apiUrl: 'http://127.0.0.1:1', apiKey: 'k' });
  expect(read({ PINNED_EVENTS_API_URL: '', PINNED_EVENTS_API_KEY: '' })).toMatchObject({ apiUrl: null, apiKey: null });
});

test('the key leaves the environment', () => {
  const env: Record<string, string> = { PINNED_EVENTS_API_KEY: 'k', PATH: '/bin' };
  forgetKey(env);
  expect(env).toEqual({ PATH: '/bin' });
});

test('a packaged app ignores the development server', () => {
  const env = { ELECTRON_RENDERER_URL: 'http://localhost:5173' };
  expect(read(env).devServerUrl).toBe('http://localhost:5173');
  expect(read(env, [], true).devServerUrl).toBeNull();
});
