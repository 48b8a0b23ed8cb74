import { type NameMatch, rolesByName } from '../headers/role-by-name.ts';
import type { ColumnRole } from '../types.ts';
import { fitRole } from './fit.ts';
import { type ColumnProfile, share } from './profile.ts';

export type Candidate = { index: number; role: ColumnRole; score: number; match: NameMatch };

/** Best first; of equal names the fuller column, then the one further left. */
export function candidates(header: readonly string[] | null, profiles: readonly ColumnProfile[]): Candidate[] {
  const found: Candidate[] = [];
  const hasDates = profiles.some((profile) => holdsDates(profile, 0.6));
  const hasMoment = profiles.some((profile) => isNamedMoment(header?.[profile.index] ?? '', profile));
  for (const profile of profiles) {
    for (const match of rolesByName(header?.[profile.index] ?? '')) {
      const fit = fitRole(match.role, profile);
      if (fit === null || (fit.role === 'classifications' && isTechnicalType(header?.[profile.index] ?? '', profile)))
        continue;
      // A column that is only called a date gives way to one that holds dates.
      if (hasDates && dateRoles.has(fit.role) && !holdsDates(profile, 0.01)) continue;
      const { index } = profile;
      const lacksTime = isDay(fit.role) && hasMoment ? DAY_BESIDE_MOMENT : 0;
      found.push({ index, role: fit.role, score: match.score - fit.cost - lacksTime, match });
    }
  }
  const fill = (index: number) => profiles[index]?.filled ?? 0;
  return found.sort((a, b) => b.score - a.score || fill(b.index) - fill(a.index) || a.index - b.index);
}

/** What the day alone is worth less where another column, also named as the start, has day and time. */
const DAY_BESIDE_MOMENT = 0.5;

function isDay(role: ColumnRole): boolean {
  return role === 'startDate';
}

function isNamedMoment(header: string, profile: ColumnProfile): boolean {
  return (
    share(profile, 'dateTime') >= 0.6 &&
    rolesByName(header).some(({ role }) => role === 'start' || role === 'startTime')
  );
}

/** A “type” that is the same in all rows (`destination_event`) is a word of the program, not a category. */
function isTechnicalType(header: string, profile: ColumnProfile): boolean {
  return /type/i.test(header) && profile.distinct === 1 && profile.filled > 5;
}

const dateRoles = new Set<ColumnRole>(['start', 'startDate']);

function holdsDates(profile: ColumnProfile, least: number): boolean {
  return profile.filled > 0 && share(profile, 'date', 'dateTime') + profile.dateNumbers / profile.filled >= least;
}
