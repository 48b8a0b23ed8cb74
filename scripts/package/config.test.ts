import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { inProject } from '../runtime/paths.ts';
import { builderConfig, installFolder, programName } from './config.ts';
import { controlFile, desktopEntry } from './deb/texts.ts';
import { readFuses, wantedFuses, wrongFuses } from './fuses.ts';

const config = builderConfig({ version: '45.0.0', dist: null }, 'nowhere');

describe('the configuration of the packages', () => {
  test('names files that exist', () => {
    const named = [
      config.linux?.icon,
      config.mac?.icon,
      config.mac?.entitlements,
      config.mac?.entitlementsInherit,
      config.win?.icon,
      config.nsis?.include,
      config.deb?.afterInstall,
      config.deb?.afterRemove,
      config.deb?.appArmorProfile,
      ...[config, config.linux, config.mac, config.win].flatMap((part) =>
        ((part?.extraResources ?? []) as { from: string }[]).map(({ from }) => from),
      ),
    ];
    expect(named).toHaveLength(16);
    // All but the two that are written anew for each package.
    const missing = named.filter((name) => typeof name !== 'string' || !existsSync(inProject(name)));
    expect(missing).toEqual(['nowhere/papers/sbom.cdx.json', 'nowhere/papers/third-party-licences.txt']);
  });

  test('has installers for Linux, Windows and macOS, hardened and to be notarised', () => {
    expect(config.linux?.target).toEqual(['AppImage', 'deb']);
    expect(config.win?.target).toEqual(['nsis']);
    expect(config.mac).toMatchObject({ target: ['dmg', 'zip'], hardenedRuntime: true, notarize: true });
  });

  test('leaves what people made where it is when the app is removed', async () => {
    expect(config.nsis?.deleteAppDataOnUninstall).toBe(false);
    const script = await readFile(inProject('resources', 'linux', 'after-remove.sh'), 'utf8');
    expect(script).not.toMatch(/\/home|\.config|rm -r/);
  });

  test('gives up one part of the hardened runtime on macOS, and no other', async () => {
    const entitlements = await readFile(inProject('resources', 'mac', 'entitlements.plist'), 'utf8');
    expect(entitlements.match(/<key>.*<\/key>/g)).toEqual(['<key>com.apple.security.cs.allow-jit</key>']);
  });

  test('the scripts of the packages agree with it about where the app lies', async () => {
    for (const name of ['after-install.sh', 'after-remove.sh', 'apparmor-profile']) {
      expect(await readFile(inProject('resources', 'linux', name), 'utf8')).toContain(installFolder);
    }
    expect(await readFile(inProject('resources', 'launchers', 'organizer'), 'utf8')).toContain(`/${programName}"`);
  });
});

describe('the fuses', () => {
  test('are those that the configuration burns in', () => {
    expect(config.electronFuses).toEqual(wantedFuses);
    expect(wantedFuses).toMatchObject({ runAsNode: false, onlyLoadAppFromAsar: true, enableCookieEncryption: true });
  });

  test('a program with other ones is found out', () => {
    expect(wrongFuses(wantedFuses)).toEqual([]);
    expect(wrongFuses({ ...wantedFuses, runAsNode: true, onlyLoadAppFromAsar: null })).toEqual([
      'runAsNode',
      'onlyLoadAppFromAsar',
    ]);
  });

  test('are read from a program file', async () => {
    await expect(readFuses(process.execPath)).rejects.toThrow(/sentinel/i);
  });
});

describe('the Debian package', () => {
  test('says what it is and needs', () => {
    const control = controlFile({ version: '1.2.3', arch: 'amd64', installedKiB: 7 });
    expect(control).toContain('Package: pinned-organizer\nVersion: 1.2.3\nArchitecture: amd64\n');
    expect(control).toContain('libsecret-1-0 | libsecret-1-0t64');
    expect(control).toMatch(/\n$/);
  });

  test('offers the app for calendars', () => {
    expect(desktopEntry()).toContain('MimeType=text/calendar;');
    expect(desktopEntry()).toContain('Exec="/opt/Pinned Organizer/pinned-organizer" %f');
  });
});
