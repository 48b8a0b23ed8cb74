import type { ColumnRole } from '../types.ts';
import { type ColumnProfile, share } from './profile.ts';

export type ContentChoice = { index: number; role: ColumnRole; reason: string };

const MOST = 0.6;
const NEARLY_ALL = 0.8;

/**
 * Finds columns by what they hold, for the roles that no name gave. `free` are the columns without a role,
 * in the order of the file; the first that fits is taken, because sheets put what matters first.
 */
export function rolesByContent(free: readonly ColumnProfile[], taken: ReadonlySet<ColumnRole>): ContentChoice[] {
  const choices: ContentChoice[] = [];
  const has = (...roles: ColumnRole[]) =>
    roles.some((role) => taken.has(role) || choices.some((choice) => choice.role === role));
  const open = () =>
    free.filter((profile) => profile.filled > 0 && !choices.some((choice) => choice.index === profile.index));
  const choose = (role: ColumnRole, what: string, fits: (profile: ColumnProfile) => boolean) => {
    const found = open().find(fits);
    if (found !== undefined)
      choices.push({ index: found.index, role, reason: `${what} in ${found.filled} of ${found.rows} rows` });
  };

  if (!has('start', 'startDate', 'month')) {
    choose('start', 'dates with times', (profile) => share(profile, 'dateTime') >= MOST);
    if (!has('start')) choose('startDate', 'dates', (profile) => share(profile, 'date', 'dateTime') >= MOST);
  }
  if (!has('start', 'startDate') && !has('month')) {
    choose('month', 'month names', (profile) => share(profile, 'month') >= MOST);
    if (has('month') && !has('day')) {
      choose('day', 'day numbers', (profile) => profile.dayNumbers >= profile.filled * NEARLY_ALL);
    }
  }
  if (!has('start', 'startTime')) choose('startTime', 'times', (profile) => share(profile, 'time') >= MOST);
  if (has('startTime') && !has('end', 'endTime'))
    choose('endTime', 'later times', (profile) => share(profile, 'time') >= MOST);
  if (!has('weekday')) choose('weekday', 'weekday names', (profile) => share(profile, 'weekday') >= NEARLY_ALL);
  if (!has('offerUrl')) {
    choose(
      'offerUrl',
      'links',
      (profile) => share(profile, 'url') >= NEARLY_ALL && profile.images < profile.filled * 0.5,
    );
  }
  if (!has('title')) {
    const title = bestTitle(open());
    if (title !== null) choices.push(title);
  }
  return choices;
}

/** The text column that tells rows apart best: filled in most rows, with many different texts of a title's length. */
function bestTitle(open: readonly ColumnProfile[]): ContentChoice | null {
  let best: ColumnProfile | null = null;
  let bestScore = 0;
  for (const profile of open) {
    const texts = profile.worded;
    const mean = profile.letters / profile.filled;
    if (texts < profile.filled * 0.5 || mean < 3) continue;
    const length = mean > 150 ? 0.5 : 1;
    const score = Math.min(1, texts / profile.rows) * Math.sqrt(profile.distinct / profile.filled) * length;
    // A later column must be clearly better: the title comes first.
    if (score > bestScore * 1.3) [best, bestScore] = [profile, score];
  }
  if (best === null || bestScore < 0.1) return null;
  return {
    index: best.index,
    role: 'title',
    reason: `no header names a title; ${best.distinct} different texts in ${best.filled} of ${best.rows} rows`,
  };
}
