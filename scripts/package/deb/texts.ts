import { installFolder, maintainer, productName, programName } from '../config.ts';
import { debianDepends, debianRecommends } from './depends.ts';

/** What the package manager reads. Source: Debian Policy 5.3, binary package control files. */
export function controlFile(of: { version: string; arch: string; installedKiB: number }): string {
  return `${[
    `Package: ${programName}`,
    `Version: ${of.version}`,
    `Architecture: ${of.arch}`,
    `Maintainer: ${maintainer}`,
    `Installed-Size: ${of.installedKiB}`,
    `Depends: ${debianDepends.join(', ')}`,
    `Recommends: ${debianRecommends.join(', ')}`,
    'Section: misc',
    'Priority: optional',
    'Description: Draft and publish a venue’s events',
    ' Draft events offline, import a season from a CSV or iCalendar file, and publish',
    ' to Pinned Events: nothing lost, nothing published twice. Installs the app and',
    ' its command line, organizer.',
  ].join('\n')}\n`;
}

/** What desktops read: the menu entry, and that .ics files can be opened with it. Source: Desktop Entry Specification 1.5. */
export function desktopEntry(): string {
  return `${[
    '[Desktop Entry]',
    'Type=Application',
    `Name=${productName}`,
    'Comment=Draft and publish a venue’s events',
    `Exec="${installFolder}/${programName}" %f`,
    `Icon=${programName}`,
    'Terminal=false',
    `StartupWMClass=${programName}`,
    'MimeType=text/calendar;',
    'Categories=Office;Calendar;',
  ].join('\n')}\n`;
}

/** Source: Debian Policy 12.5, copyright information. */
export function copyrightFile(): string {
  return (
    `Copyright (c) 2026 The ${productName} authors\n\n` +
    `${productName} is under the MIT licence: see ${installFolder}/resources/LICENSE.\n` +
    `The licences of what it is made of are in ${installFolder}/resources/third-party-licences.txt and, for Electron and\n` +
    `Chromium, in ${installFolder}/LICENSE.electron.txt and ${installFolder}/LICENSES.chromium.html.\n`
  );
}
