import { describe, expect, test, vi } from 'vitest';
import { SetupError } from './commands.ts';
import { type ElectronWays, noticeFor, resolveElectron } from './electron.ts';

function ways(changes: Partial<ElectronWays> = {}): ElectronWays {
  return {
    override: undefined,
    retry: false,
    installedOfficial: vi.fn(async () => null),
    failedRecently: vi.fn(async () => false),
    installOfficial: vi.fn(async () => null),
    rememberFailure: vi.fn(async () => {}),
    fallback: vi.fn(async () => '/cache/fallback'),
    ...changes,
  };
}

describe('the order in which an Electron is looked for', () => {
  test('the override comes first, and nothing else is asked', async () => {
    const all = ways({ override: '/mine', installedOfficial: vi.fn(async () => '/official') });
    expect(await resolveElectron(all)).toMatchObject({ source: 'override', dist: '/mine' });
    expect(all.installedOfficial).not.toHaveBeenCalled();
  });

  test('an installed official binary is taken without installing anything', async () => {
    const all = ways({ installedOfficial: async () => '/official' });
    expect(await resolveElectron(all)).toMatchObject({ source: 'official', dist: '/official' });
    expect(all.installOfficial).not.toHaveBeenCalled();
  });

  test('an official binary that can be installed wins over the fallback', async () => {
    const all = ways({ installOfficial: async () => '/official' });
    expect(await resolveElectron(all)).toMatchObject({ source: 'official' });
    expect(all.fallback).not.toHaveBeenCalled();
  });

  test('a failed installation is remembered, and the fallback is taken', async () => {
    const all = ways();
    expect(await resolveElectron(all)).toMatchObject({ source: 'fallback', dist: '/cache/fallback' });
    expect(all.rememberFailure).toHaveBeenCalledOnce();
  });

  test('after a recent failure the official binary is not tried again', async () => {
    const all = ways({ failedRecently: async () => true });
    expect(await resolveElectron(all)).toMatchObject({ source: 'fallback' });
    expect(all.installOfficial).not.toHaveBeenCalled();
    expect(all.rememberFailure).not.toHaveBeenCalled();
  });

  test('a person can have it tried again at once', async () => {
    const all = ways({ failedRecently: async () => true, retry: true, installOfficial: async () => '/official' });
    expect(await resolveElectron(all)).toMatchObject({ source: 'official' });
  });

  test('without a fallback every start tries, and says what to do', async () => {
    const all = ways({ fallback: null, failedRecently: async () => true });
    await expect(resolveElectron(all)).rejects.toThrow(SetupError);
    await expect(resolveElectron(all)).rejects.toThrow('ELECTRON_OVERRIDE_DIST_PATH');
    expect(all.installOfficial).toHaveBeenCalledTimes(2);
  });
});

test('only the fallback comes with a notice', () => {
  expect(noticeFor('official')).toBeNull();
  expect(noticeFor('override')).toBeNull();
  expect(noticeFor('fallback')).toContain('never shipped');
});
