/** What a start on Debian or Ubuntu may need from the system, by reason. */
export const debianPackages = {
  /** Libraries Electron is linked against, and libsecret for the keychain. */
  electron: [
    'libnss3',
    'libgtk-3-0',
    'libgbm1',
    'libasound2',
    'libxss1',
    'libxtst6',
    'libatk-bridge2.0-0',
    'libcups2',
    'libdrm2',
    'libnotify4',
    'libsecret-1-0',
  ],
  /** A display for machines without one. Text needs at least one font. */
  display: ['xvfb', 'xauth', 'fonts-dejavu-core'],
  /** A keychain besides the person's own, or where there is none. */
  keyring: ['dbus', 'dbus-x11', 'gnome-keyring'],
  /** What presses keys in a window that no test driver can reach. */
  packageCheck: ['xdotool', 'desktop-file-utils', 'xdg-utils'],
  /** What node-gyp works with. */
  nativeBuild: ['python3', 'make', 'g++'],
} as const;

export type Need = keyof typeof debianPackages;

/** The names under which a package may be installed: newer releases renamed libraries when time_t grew to 64 bits. */
export function alternatives(name: string): string[] {
  return name.startsWith('lib') ? [name, `${name}t64`] : [name];
}

/**
 * The packages of `wanted` of which no form is installed.
 *
 * @param statusLines what `dpkg-query -W -f='${Package} ${db:Status-Status}\n'` printed
 */
export function missingPackages(wanted: readonly string[], statusLines: string): string[] {
  const installed = new Set(
    statusLines
      .split('\n')
      .map((line) => line.trim().split(' '))
      .filter(([, status]) => status === 'installed')
      .map(([name]) => name),
  );
  return wanted.filter((name) => !alternatives(name).some((form) => installed.has(form)));
}

/**
 * The name to install each package under on this release. A renamed package may live on as a virtual one that apt
 * refuses to choose for, so the first form that really exists is taken; without any knowledge, the plain name.
 *
 * @param madison what `apt-cache madison NAME…` printed: one ` name | version | origin` line per real package
 */
export function installableNames(missing: readonly string[], madison: string): string[] {
  const real = new Set(madison.split('\n').map((line) => line.split('|')[0]?.trim()));
  return missing.map((name) => alternatives(name).find((form) => real.has(form)) ?? name);
}
