import type { CoreHandlers } from '../dispatcher.ts';
import { draftHandlers } from './drafts.ts';
import { historyHandlers } from './history.ts';
import { importHandlers } from './imports.ts';
import { outboxHandlers } from './outbox.ts';
import { remoteHandlers } from './remote.ts';
import { seriesHandlers } from './series.ts';
import { trashHandlers } from './trash.ts';
import type { OpenWorkspace } from './types.ts';
import { venuePresetHandlers } from './venue-presets.ts';
import { workspaceHandlers } from './workspace.ts';

/** One line for each call: what it is called in the contract, and what does it. */
export const handlers: CoreHandlers<OpenWorkspace> = {
  ...workspaceHandlers,
  ...draftHandlers,
  ...historyHandlers,
  ...trashHandlers,
  ...seriesHandlers,
  ...venuePresetHandlers,
  ...importHandlers,
  ...outboxHandlers,
  ...remoteHandlers,
};
