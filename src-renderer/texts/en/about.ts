import { count } from '../format.ts';

export const about = {
  menu: 'About Pinned Organizer…',
  title: 'About Pinned Organizer',
  words: 'Free software under the MIT licence. It is made of the work of many others, named below with their licences.',
  loading: 'Reading what the app is made of…',
  versions: 'Versions',
  version: { app: 'Pinned Organizer', electron: 'Electron', chromium: 'Chromium', node: 'Node', sqlite: 'SQLite' },
  copy: 'Copy versions',
  copied: 'The versions are in the clipboard.',
  notCopied: 'The versions could not be copied.',
  packages: (number: number) => count(number, 'package', 'packages'),
  search: 'Search packages and licences',
  none: 'No package or licence has that in its name.',
  electron:
    'Electron and Chromium come with licences of their own: the files LICENSE.electron.txt and LICENSES.chromium.html in the folder of the app.',
};
