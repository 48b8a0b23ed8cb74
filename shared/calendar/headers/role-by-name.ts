import { compactName } from '../text/fold.ts';
import type { ColumnRole } from '../types.ts';
import { languages } from './languages.ts';
import { withinOneEdit } from './one-edit.ts';

/** A role that a header's name suggests. `score` is 1 for the best name of a role, and falls with doubt. */
export type NameMatch = { role: ColumnRole; language: string; score: number; how: 'exact' | 'part' | 'typo' };

const RANK_COST = 0.02;

const LARGEST_RANK_COST = 0.3;

const PART_COST = 0.06;

const TYPO_COST = 0.12;

const SHORTEST_TYPO = 6;

const matchesByName = new Map<string, NameMatch[]>();
for (const [language, names] of Object.entries(languages)) {
  for (const [role, list] of Object.entries(names) as [ColumnRole, string][]) {
    for (const [rank, name] of list.split(', ').entries()) {
      const key = compactName(name);
      const known = matchesByName.get(key) ?? [];
      const score = 1 - Math.min(rank * RANK_COST, LARGEST_RANK_COST);
      const same = known.find((match) => match.role === role);
      if (same === undefined) known.push({ role, language, score, how: 'exact' });
      else same.score = Math.max(same.score, score);
      matchesByName.set(key, known);
    }
  }
}

/** Words that programs put around the name proper: `Event Start Date`, `축제시작일`, `data_wydarzenia`, `namenl`. */
const PREFIXES =
  'event events veranstaltungs veranstaltung evento eventi evenement wydarzenia мероприятия события події イベント 催し 行事 公演 축제 행사 공연 이벤트 primary main the field card instance session item listing'
    .split(' ')
    .map(compactName);

const SUFFIXES =
  'event evento delevento doevento evenement delevenement wydarzenia мероприятия события заходу події local nl de en fr it es pt pl 1 value'
    .split(' ')
    .map(compactName);

const SHORTEST_REST = 3;

const BRACKETS = /[([（［].*?[)\]）］]/g;

/** Every role that a header may mean, best first. Empty when no table knows the name. */
export function rolesByName(header: string): NameMatch[] {
  const key = compactName(header);
  if (key === '') return [];
  const exact = matchesByName.get(key);
  if (exact !== undefined) return sorted(exact);
  const part =
    withoutAffix(key) ?? matchesByName.get(compactName(header.replace(BRACKETS, ' '))) ?? alternatives(header);
  if (part !== undefined) return lowered(part, PART_COST, 'part');
  return key.length >= SHORTEST_TYPO ? lowered(nearest(key), TYPO_COST, 'typo') : [];
}

/** `Room/Location`, `Date / Time`: parts that mean one thing, or a date and its time. */
function alternatives(header: string): NameMatch[] | undefined {
  if (!/[/|&+]/.test(header) || header.length > 60) return undefined;
  const parts = header.split(/[/|&+]/).map((part) => matchesByName.get(compactName(part)) ?? []);
  const [first = [], ...others] = parts;
  if (others.length === 0 || parts.some((matches) => matches.length === 0)) return undefined;
  const shared = first.filter(({ role }) => others.every((matches) => matches.some((match) => match.role === role)));
  if (shared.length > 0) return shared;
  const roles = parts.flatMap((matches) => matches.map(({ role }) => role));
  const isMoment = roles.includes('startDate') && roles.includes('startTime') && parts.length === 2;
  return isMoment ? first.slice(0, 1).map((match) => ({ ...match, role: 'start' })) : undefined;
}

function withoutAffix(key: string): NameMatch[] | undefined {
  for (const prefix of PREFIXES) {
    const rest = key.startsWith(prefix) ? key.slice(prefix.length) : '';
    const found = rest.length >= SHORTEST_REST ? (matchesByName.get(rest) ?? withoutSuffix(rest)) : undefined;
    if (found !== undefined) return found;
  }
  return withoutSuffix(key);
}

function withoutSuffix(key: string): NameMatch[] | undefined {
  for (const suffix of SUFFIXES) {
    const rest = key.endsWith(suffix) ? key.slice(0, -suffix.length) : '';
    const found = rest.length >= SHORTEST_REST ? matchesByName.get(rest) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Names one typing mistake away, when they all mean the same role. */
function nearest(key: string): NameMatch[] {
  const found: NameMatch[] = [];
  for (const [name, matches] of matchesByName) {
    if (name.length >= SHORTEST_TYPO - 1 && name[0] === key[0] && withinOneEdit(name, key)) found.push(...matches);
  }
  const roles = new Set(found.map((match) => match.role));
  return roles.size === 1 ? found.slice(0, 1) : [];
}

function lowered(matches: NameMatch[], cost: number, how: NameMatch['how']): NameMatch[] {
  return sorted(matches.map((match) => ({ ...match, score: match.score - cost, how })));
}

function sorted(matches: NameMatch[]): NameMatch[] {
  return [...matches].sort((a, b) => b.score - a.score);
}
