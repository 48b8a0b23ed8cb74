import type { Organizer } from '#core/organizer.ts';
import type { CoreCall } from '#shared/contract/names.ts';
import type { CoreHandlers } from '../dispatcher.ts';
import type { PickedFiles } from '../picked-files.ts';

/** What the calls of the window work on. */
export type OpenWorkspace = {
  organizer: Organizer;
  /** Files that the person picked, to be read, */
  files: PickedFiles;
  /** and places that the person picked, to be written to. */
  targets: PickedFiles;
};

/** The code behind one part of the contract (`shared/contract/calls`). */
export type HandlersOf<Calls> = Pick<CoreHandlers<OpenWorkspace>, keyof Calls & CoreCall>;
