import { describe, expect, test } from 'vitest';
import { installableNames, missingPackages } from './debian-packages.ts';

describe('missing packages', () => {
  test('those of which dpkg knows nothing, or only remains', () => {
    const status = 'libnss3 installed\nlibgtk-3-0 not-installed\nlibgbm1 config-files\n';
    expect(missingPackages(['libnss3', 'libgtk-3-0', 'libgbm1', 'xvfb'], status)).toEqual([
      'libgtk-3-0',
      'libgbm1',
      'xvfb',
    ]);
  });

  test('a library counts as installed under its newer name', () => {
    const status = 'libasound2t64 installed\nlibgtk-3-0t64 installed\nlibatk-bridge2.0-0t64 installed\n';
    expect(missingPackages(['libasound2', 'libgtk-3-0', 'libatk-bridge2.0-0', 'libcups2'], status)).toEqual([
      'libcups2',
    ]);
  });
});

describe('the name to install', () => {
  test('is the newer one where the old one is only virtual', () => {
    const madison = ' libasound2t64 | 1.2.11-1build2 | noble/main amd64\n    xvfb | 2:21.1 | noble/universe amd64\n';
    expect(installableNames(['libasound2', 'xvfb'], madison)).toEqual(['libasound2t64', 'xvfb']);
  });

  test('is the old one where that is real', () => {
    const madison = 'libasound2 | 1.2.8-1+b1 | bookworm/main amd64\n';
    expect(installableNames(['libasound2'], madison)).toEqual(['libasound2']);
  });

  test('is the plain one when apt knows nothing', () => {
    expect(installableNames(['libgtk-3-0', 'gnome-keyring'], '')).toEqual(['libgtk-3-0', 'gnome-keyring']);
  });
});
