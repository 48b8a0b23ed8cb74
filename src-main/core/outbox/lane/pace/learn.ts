import type { RateLimitHint } from '../../../api/exchange.ts';
import type { Pace } from './pace.ts';
import { windowLength } from './window-length.ts';

/** One answer of the platform, as far as the pace is concerned. */
export type PaceAnswer = {
  /** When the request was about to leave, and when the answer was there. */
  sentAt: number;
  receivedAt: number;
  /** 429: the limit was reached. */
  refused: boolean;
  /** From `Retry-After`; null when absent. It is the earliest moment, and whole seconds are rounded up. */
  retryAfterMs: number | null;
  hint: RateLimitHint;
  /** True when more than so many operations wait: only then is there a wall to run into. */
  moreWaitThan: (count: number) => boolean;
};

/** Longest wait on the word of headers alone: their meaning is a guess, and a refusal tells more. */
export const LONGEST_GUESS_MS = 60_000;

/** The last share of a window's requests is spread over the rest of its time. */
const SPREAD_LAST = 0.2;

/** So long is a learned limit believed: then one refusal finds out whether it was raised. */
const BELIEVED_MS = 10 * 60_000;

/** A time that is told in whole seconds, by a clock that shows whole seconds, may be so much too long. */
const ROUNDED_UP_MS = 2_000;

/** Two readings of `X-RateLimit-Reset` so far apart tell seconds from milliseconds. */
const UNIT_TELLS_AFTER_MS = 8;

/** What is known after one more answer. Pure. */
export function learn(before: Pace, answer: PaceAnswer): Pace {
  const pace = forgetTheOld(before, answer.receivedAt);
  const resetUnit = unitOf(pace, answer) ?? pace.resetUnit;
  const reset = answer.hint.resetNumber === null ? null : { number: answer.hint.resetNumber, at: answer.receivedAt };
  const told = { ...pace, resetUnit, reset };
  return answer.refused ? afterRefusal(told, answer) : afterPassage(told, answer);
}

function forgetTheOld(pace: Pace, nowMs: number): Pace {
  const { learnedAt, windowMs } = pace;
  const believed = Math.max(BELIEVED_MS, Math.min((windowMs ?? 0) * 10, 6 * BELIEVED_MS));
  if (learnedAt === null || nowMs - learnedAt <= believed) return pace;
  return { ...pace, limit: null, windowMs: null, learnedAt: null, mostUsed: 0, startIsSure: false, endsAt: null };
}

/** A number that falls as fast as the milliseconds pass counts milliseconds; one that hardly moves counts seconds. */
function unitOf({ reset }: Pace, { hint, receivedAt }: PaceAnswer): Pace['resetUnit'] {
  if (hint.resetNumber === null || reset === null) return null;
  const passed = receivedAt - reset.at;
  const fallen = reset.number - hint.resetNumber;
  if (passed < UNIT_TELLS_AFTER_MS || passed > LONGEST_GUESS_MS || fallen < 0) return null;
  if (fallen >= passed / 2 && fallen <= passed * 2 && fallen > 3) return 'milliseconds';
  return fallen <= Math.ceil(passed / 1_000) + 1 ? 'seconds' : null;
}

/** ms to the end of the window by its header, read in the unit that was found out. */
function resetMs({ resetUnit }: Pace, { hint }: PaceAnswer): number | null {
  if (hint.resetNumber === null || resetUnit === null) return hint.resetMs;
  return resetUnit === 'milliseconds' ? hint.resetNumber : hint.resetNumber * 1_000;
}

function afterPassage(known: Pace, answer: PaceAnswer): Pace {
  const began = beginsWindow(known, answer);
  const pace = began ? newWindow(measured(known, answer), answer) : known;
  const next: Pace = {
    ...pace,
    startedAt: pace.startedAt ?? answer.sentAt,
    begunBy: pace.begunBy ?? answer.receivedAt,
    used: pace.used + 1,
    refusedAt: null,
    remaining: answer.hint.remaining,
    limit: answer.hint.limit ?? pace.limit,
    endsAt: earliest(pace.endsAt, endByHeader(pace, answer)),
    nextAt: null,
  };
  return { ...next, nextAt: nextMoment(next, answer) };
}

/** A request that passed after the end of the window, or with more remaining than before, is in a new one. */
function beginsWindow(pace: Pace, { sentAt, hint }: PaceAnswer): boolean {
  if (pace.refusedAt !== null) return true;
  if (pace.remaining !== null && hint.remaining !== null) return hint.remaining > pace.remaining;
  if (pace.endsAt !== null && sentAt >= pace.endsAt) return true;
  return pace.startedAt !== null && pace.windowMs !== null && sentAt >= pace.startedAt + pace.windowMs;
}

function newWindow(pace: Pace, { sentAt, receivedAt }: PaceAnswer): Pace {
  // Sent at once when the old one was over: this is where the new one begins, however the server counts.
  const mostUsed = Math.max(pace.mostUsed, pace.used);
  const fresh = { used: 0, endsAt: null, remaining: null };
  return { ...pace, ...fresh, mostUsed, startedAt: sentAt, begunBy: receivedAt, startIsSure: true };
}

/** After a refusal without a time, the first passage shows how long the window was at most. */
function measured(pace: Pace, { sentAt, receivedAt }: PaceAnswer): Pace {
  const { startedAt, startIsSure, refusedAt, windowMs, endsAt } = pace;
  if (startedAt === null || !startIsSure || windowMs !== null) return pace;
  if (refusedAt !== null && endsAt === null) {
    const found = windowLength(Math.max(refusedAt - startedAt, pace.tooShortMs), sentAt - startedAt);
    return learned({ ...pace, limit: pace.limit ?? pace.used, windowMs: found }, receivedAt);
  }
  return endsAt === null ? pace : lengthFrom(pace, startedAt, endsAt);
}

function learned(pace: Pace, learnedAt: number): Pace {
  return { ...pace, learnedAt, isProven: pace.limit === null || pace.limit >= pace.mostUsed };
}

/** The length of a window whose end was told, by a number that may be rounded up. */
function lengthFrom(pace: Pace, startedAt: number, endsAt: number): Pace {
  const atMost = endsAt - startedAt;
  return { ...pace, windowMs: windowLength(Math.max(atMost - ROUNDED_UP_MS, pace.tooShortMs), atMost) };
}

function endByHeader(pace: Pace, answer: PaceAnswer): number | null {
  const ms = resetMs(pace, answer);
  return ms === null || ms <= 0 ? null : answer.receivedAt + Math.ceil(ms);
}

function earliest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

/** When the next request may leave: at once, spread over what is left of the window, or when it is over. */
function nextMoment(pace: Pace, { receivedAt: nowMs, moreWaitThan }: PaceAnswer): number | null {
  const { limit } = pace;
  const end = pace.endsAt !== null && pace.endsAt > nowMs ? pace.endsAt : learnedEnd(pace, nowMs);
  if (end === null || end <= nowMs) return null;
  const left = pace.remaining ?? (limit === null || !pace.isProven ? null : Math.max(limit - pace.used, 0));
  if (left === null) return null;
  const until = Math.min(end, nowMs + LONGEST_GUESS_MS);
  if (left === 0) return until;
  // Only where the platform counts along: the end of a window that was merely learned may really lie in the next one.
  const isNearTheWall = pace.remaining !== null && limit !== null && left <= limit * SPREAD_LAST && moreWaitThan(left);
  return isNearTheWall ? nowMs + Math.floor((until - nowMs) / (left + 1)) : null;
}

/** The limit was reached: how much passed, and how long it takes, is the limit, unless headers say so themselves. */
function afterRefusal(known: Pace, answer: PaceAnswer): Pace {
  const { sentAt, receivedAt, retryAfterMs, hint } = answer;
  const pace = correct(known, sentAt);
  const provesIt = !pace.isProven && pace.used === pace.limit;
  const refused: Pace = {
    ...pace,
    ...(provesIt && { isProven: true, mostUsed: pace.used }),
    remaining: null,
    refusedAt: sentAt,
    // What really passed counts more than a number that may mean something else, such as the size of a bucket.
    limit: pace.startIsSure && pace.used > 0 ? pace.used : (hint.limit ?? pace.limit),
  };
  const waitMs = smallest(retryAfterMs, resetMs(pace, answer));
  if (waitMs === null) return { ...refused, nextAt: learnedEnd(refused, receivedAt) };
  const endsAt = receivedAt + Math.ceil(waitMs);
  // `Retry-After` pauses the lane by itself; on the word of the other headers alone no wait is long.
  const nextAt = retryAfterMs === null ? Math.min(endsAt, receivedAt + LONGEST_GUESS_MS) : null;
  const told = { ...refused, endsAt, nextAt };
  if (pace.startedAt === null || !pace.startIsSure || pace.windowMs !== null) return told;
  return learned(lengthFrom(told, pace.startedAt, endsAt), receivedAt);
}

/** A refusal where none was expected: the window is longer than thought, or somebody else uses the key too. */
function correct(pace: Pace, sentAt: number): Pace {
  const { startedAt, windowMs, limit, used } = pace;
  if (windowMs === null || startedAt === null) return pace;
  const unknown = { ...pace, windowMs: null, learnedAt: null };
  if (sentAt >= startedAt + windowMs) return { ...unknown, tooShortMs: windowMs };
  return limit !== null && used < limit ? { ...unknown, limit: null } : pace;
}

/** When the present window ends, by what was learned: counted from when it had surely begun. */
function learnedEnd({ begunBy, windowMs }: Pace, nowMs: number): number | null {
  if (begunBy === null || windowMs === null) return null;
  const end = begunBy + windowMs;
  return end > nowMs && end - nowMs <= LONGEST_GUESS_MS ? end : null;
}

function smallest(a: number | null, b: number | null): number | null {
  const known = [a, b].filter((ms) => ms !== null && ms > 0) as number[];
  return known.length === 0 ? null : Math.min(...known);
}
