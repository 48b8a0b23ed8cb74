import type { ErrorData } from '../errors.ts';
import type { CallInput, CallName, CallOutput } from './contract.ts';
import type { Topic } from './names.ts';

/** Every answer that crosses a process: data, whether it went well or not. */
export type Answer<T> = { ok: true; value: T } | { ok: false; error: ErrorData };

/** `window.organizer`: one named function for each row of the contract, and one subscription. */
export type OrganizerBridge = {
  [Name in CallName]: (input: CallInput<Name>) => Promise<Answer<CallOutput<Name>>>;
} & {
  /**
   * A file that was dropped on the window (a `File` of the page), as if it had been picked. The preload finds out where
   * it lies; what a page made up itself lies nowhere and is refused.
   */
  takeDroppedFile(file: unknown): Promise<Answer<CallOutput<'openSampleCalendar'>>>;
  /** Calls back with the topics that changed. Returns the function that ends the subscription. */
  onChanged(listener: (changed: Topic[]) => void): () => void;
};

/** Messages on the MessagePort between preload and core. */
export type PortRequest = { id: number; call: string; input: unknown };
export type PortResponse = { id: number; answer: Answer<unknown> };
export type PortNotice = { changed: Topic[] };
