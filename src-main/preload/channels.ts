import type { MainCall } from '#shared/contract/names.ts';

/** Names of the channels between the preload and the main process. No page ever sees one. */

/** Where the main process answers a call of the contract. */
export function channelOf(name: MainCall): string {
  return `organizer:call:${name}`;
}

/** The main process hands over the page's end of its channel to the core. */
export const PORT_CHANNEL = 'organizer:port';

/** A menu item that stands for a shortcut of the window. */
export const SHORTCUT_CHANNEL = 'organizer:shortcut';

/** The system opened a calendar with the app. */
export const OPENED_CHANNEL = 'organizer:opened';

/** A file that was dropped on the page: the preload names its path, which no page can. */
export const DROP_CHANNEL = 'organizer:drop';
