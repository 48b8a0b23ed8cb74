import type { ErrorCode } from '#shared/errors.ts';

/** Exit codes of `organizer`; scripts depend on them (design, "The command line"). */
export const exitCodes = { done: 0, unexpected: 1, usage: 2, attention: 3, keyRefused: 4 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

const byError: Record<ErrorCode, ExitCode> = {
  usage: exitCodes.usage,
  unreadable_input: exitCodes.usage,
  data_dir_unusable: exitCodes.usage,
  database_too_new: exitCodes.usage,
  database_damaged: exitCodes.usage,
  disk_full: exitCodes.attention,
  disk_read_only: exitCodes.attention,
  disk_error: exitCodes.attention,
  wrong_platform: exitCodes.usage,
  not_found: exitCodes.usage,
  plan_changed: exitCodes.attention,
  not_allowed: exitCodes.attention,
  offline: exitCodes.attention,
  platform_error: exitCodes.attention,
  keychain_unavailable: exitCodes.attention,
  no_key: exitCodes.keyRefused,
  key_refused: exitCodes.keyRefused,
  scope_missing: exitCodes.keyRefused,
  cancelled: exitCodes.attention,
  bad_message: exitCodes.unexpected,
  unexpected: exitCodes.unexpected,
};

/** The exit code that tells a script what kind of error ended the command. */
export function exitCodeOf(code: ErrorCode): ExitCode {
  return byError[code];
}
