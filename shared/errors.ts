/**
 * Every failure that a person can meet, by a stable code. The code decides the exit code of the command line and the
 * button the window offers; the message is a whole sentence that says what happened and what to do.
 */
export const errorCodes = [
  'usage', // the call itself is wrong: a missing option, an empty key, an unknown id
  'unreadable_input', // a file that cannot be opened, decoded or understood at all
  'data_dir_unusable', // the data directory cannot be created, read or written
  'database_too_new', // written by a newer version of the app
  'database_damaged', // SQLite says that the file is not a healthy database
  'disk_full', // nothing more can be written; passes when there is room again
  'disk_read_only', // the data directory can be read but not written
  'disk_error', // the disk failed in some other way
  'wrong_platform', // practice data and real data must not meet
  'no_key', // no API key is stored for this workspace
  'key_refused', // the platform refused the key (HTTP 401)
  'scope_missing', // the key lacks a scope (HTTP 403 insufficient_scope)
  'offline', // the platform could not be reached
  'platform_error', // the platform answered, but not with anything usable
  'keychain_unavailable', // the operating system's keychain does not answer
  'not_found', // no draft, import or operation with that id
  'plan_changed', // what was reviewed is another batch by now: look again
  'not_allowed', // the state of things forbids it, for example editing what is being sent
  'cancelled', // the person stopped it; nothing was changed
  'bad_message', // a message between processes that the contract does not allow
  'unexpected', // a defect of ours
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** How an error travels between processes: plain data, never an Error object. */
export type ErrorData = { code: ErrorCode; message: string };

/** An expected failure. `message` is shown to people as it is; `cause` is for the log only. */
export class OrganizerError extends Error {
  override readonly name = 'OrganizerError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/** Turns anything thrown into data that may cross a process boundary. Unknown errors keep their message out of sight. */
export function toErrorData(thrown: unknown): ErrorData {
  if (thrown instanceof OrganizerError) return { code: thrown.code, message: thrown.message };
  return {
    code: 'unexpected',
    message: 'Something went wrong inside Pinned Organizer. Nothing was lost; please try again.',
  };
}

/** Marks a switch as complete: the compiler refuses a case that was forgotten. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
