import type { z } from 'zod';
import { desktopCalls } from './calls/desktop.ts';
import { draftCalls } from './calls/drafts.ts';
import { historyCalls } from './calls/history.ts';
import { importCalls } from './calls/imports.ts';
import { outboxCalls } from './calls/outbox.ts';
import { remoteCalls } from './calls/remote.ts';
import { seriesCalls } from './calls/series.ts';
import { trashCalls } from './calls/trash.ts';
import { venuePresetCalls } from './calls/venue-presets.ts';
import { workspaceCalls } from './calls/workspace.ts';
import type { CoreCall, MainCall } from './names.ts';

export { type ImportChoices, ImportChoicesSchema } from './calls/imports.ts';
export { type PublishInput, PublishInputSchema, type PublishSelection, type WhichOperations } from './calls/outbox.ts';

/**
 * The one table of everything that crosses between the window and the rest of the app. Types in the renderer, the
 * preload's functions and the checks at run time all come from here: add a row in `calls/`, and every side knows it.
 */
export const contract = {
  ...workspaceCalls,
  ...draftCalls,
  ...historyCalls,
  ...trashCalls,
  ...seriesCalls,
  ...venuePresetCalls,
  ...importCalls,
  ...outboxCalls,
  ...remoteCalls,
  ...desktopCalls,
} as const satisfies Record<CoreCall | MainCall, { input: z.ZodType; output: z.ZodType }>;

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type CallInput<Name extends CallName> = z.input<Contract[Name]['input']>;
export type CallOutput<Name extends CallName> = z.output<Contract[Name]['output']>;
