import { alternatives, debianPackages } from '../../runtime/debian-packages.ts';

/** What the Debian package cannot do without, each under all names it has had: `libgtk-3-0 | libgtk-3-0t64`. */
export const debianDepends: readonly string[] = [
  'libc6',
  ...debianPackages.electron.map((name) => alternatives(name).join(' | ')),
  'xdg-utils',
];

/** A keychain for the API key. Without one the app says so, and drafts and imports work all the same. */
export const debianRecommends: readonly string[] = ['gnome-keyring | kwalletmanager | keepassxc'];
