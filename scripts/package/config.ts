import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AfterPackContext, Configuration } from 'electron-builder';
import { debianDepends, debianRecommends } from './deb/depends.ts';
import { wantedFuses } from './fuses.ts';
import { paperIn, papers } from './papers.ts';

/** The Electron that goes into the packages. */
export type PackagedElectron = {
  version: string;
  /** A folder with Electron unpacked; null lets electron-builder fetch the official one for the wanted platform. */
  dist: string | null;
};

export const productName = 'Pinned Organizer';
/** Name of the program, the Debian package, the desktop entry and the icon. */
export const programName = 'pinned-organizer';
/** Where the Linux packages put the app. */
export const installFolder = `/opt/${productName}`;

/** For the packages' own records. Whoever publishes them names who answers for them in PACKAGE_MAINTAINER. */
export const maintainer =
  process.env.PACKAGE_MAINTAINER ?? 'The Pinned Organizer authors <nobody@pinned-organizer.invalid>';

/**
 * How packages are made: one configuration for Linux, Windows and macOS.
 * @param output folder for what is built, in the repository
 */
export function builderConfig(electron: PackagedElectron, output: string): Configuration {
  return {
    appId: 'app.pinned-organizer',
    productName,
    copyright: 'MIT licence',
    directories: { output, buildResources: 'resources' },
    electronVersion: electron.version,
    ...(electron.dist !== null && { electronDist: electron.dist }),
    electronFuses: wantedFuses,
    // Native modules come with their binaries; nothing is compiled or downloaded while packaging.
    npmRebuild: false,
    nodeGypRebuild: false,
    files: packedFiles,
    asar: true,
    asarUnpack: ['**/*.node'],
    afterPack: dropDefaultApp,
    extraResources: [
      { from: 'resources/sample-calendar.csv', to: 'sample-calendar.csv' },
      { from: 'LICENSE', to: 'LICENSE' },
      { from: paperIn(output, 'sbom'), to: papers.sbom },
      { from: paperIn(output, 'licences'), to: papers.licences },
    ],
    linux: {
      fileAssociations: calendarFiles,
      target: ['AppImage', 'deb'],
      executableName: programName,
      icon: 'resources/icons',
      category: 'Office',
      synopsis: 'Draft and publish a venue’s events',
      maintainer,
      extraResources: [{ from: 'resources/launchers/organizer', to: 'cli/organizer' }],
    },
    deb: {
      depends: [...debianDepends],
      recommends: [...debianRecommends],
      packageCategory: 'misc',
      afterInstall: 'resources/linux/after-install.sh',
      afterRemove: 'resources/linux/after-remove.sh',
      appArmorProfile: 'resources/linux/apparmor-profile',
    },
    mac: {
      fileAssociations: calendarFiles,
      target: ['dmg', 'zip'],
      category: 'public.app-category.business',
      icon: 'resources/icon.icns',
      hardenedRuntime: true,
      entitlements: 'resources/mac/entitlements.plist',
      entitlementsInherit: 'resources/mac/entitlements.plist',
      // Apple’s notary service is asked when APPLE_API_KEY and its companions are in the environment.
      notarize: true,
      extraResources: [{ from: 'resources/launchers/organizer-mac', to: 'cli/organizer' }],
    },
    // Offers itself for .ics in installer.nsh: electron-builder's own way would take the place of another calendar.
    win: {
      target: ['nsis'],
      icon: 'resources/icon.ico',
      extraResources: [{ from: 'resources/launchers/organizer.cmd', to: 'cli/organizer.cmd' }],
    },
    nsis: {
      oneClick: false,
      perMachine: false,
      // A venue's season outlives the program.
      deleteAppDataOnUninstall: false,
      include: 'resources/windows/installer.nsh',
    },
    publish: null,
  };
}

/** Electron's own default app loads any folder named on its command line. It has no place in a package. */
async function dropDefaultApp({ packager, appOutDir }: AfterPackContext): Promise<void> {
  await rm(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
}

/** Offered for calendars, never as the one program for them. */
const calendarFiles = [{ ext: 'ics', name: 'Calendar', mimeType: 'text/calendar', role: 'Viewer', rank: 'Alternate' }];

/** What goes into the app's archive besides the packages it needs, and what of those stays out. */
const packedFiles = [
  'out/**',
  '!out/.built',
  'package.json',
  '!**/*.map',
  // What native modules are compiled with, and their binaries for other systems.
  '!node_modules/{better-sqlite3,keytar}/{deps,src,script}/**',
  '!node_modules/node-addon-api/**',
  '!node_modules/better-sqlite3/build/**',
  'node_modules/better-sqlite3/build/Release/better_sqlite3.node',
  '!node_modules/better-sqlite3/prebuilds/**',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these in
  'node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node',
  '!node_modules/keytar/prebuilds/**',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: as above
  'node_modules/keytar/prebuilds/${platform}-${arch}/**',
];
