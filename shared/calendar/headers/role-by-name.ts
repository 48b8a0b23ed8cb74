import { compactName } from '../text/fold.ts';
import type { ColumnRole } from '../types.ts';
import { czech, hungarian, romanian, slovak } from './names/central-european.ts';
import { chinese, thai } from './names/chinese-thai.ts';
import { japanese, korean } from './names/east-asian.ts';
import { arabic, greek, hebrew, turkish } from './names/eastern-mediterranean.ts';
import { english } from './names/en.ts';
import { dutch, german } from './names/germanic.ts';
import type { HeaderNames } from './names/header-names.ts';
import { danishNorwegian, finnish, swedish } from './names/nordic.ts';
import { french, italian, portuguese, spanish } from './names/romance.ts';
import { polish, russian, ukrainian } from './names/slavic.ts';
import { withinOneEdit } from './one-edit.ts';

/** A role that a header's name suggests. `score` is 1 for the best name of a role, and falls with doubt. */
export type NameMatch = { role: ColumnRole; language: string; score: number; how: 'exact' | 'part' | 'typo' };

const languages: Record<string, HeaderNames> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  it: italian,
  nl: dutch,
  pt: portuguese,
  pl: polish,
  ru: russian,
  uk: ukrainian,
  ja: japanese,
  ko: korean,
  zh: chinese,
  sv: swedish,
  da: danishNorwegian,
  fi: finnish,
  cs: czech,
  sk: slovak,
  hu: hungarian,
  ro: romanian,
  el: greek,
  tr: turkish,
  ar: arabic,
  he: hebrew,
  th: thai,
};

/** The English name of a language, for reasons that people read. */
export const languageNames: Record<string, string> = {
  en: 'English',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  it: 'Italian',
  nl: 'Dutch',
  pt: 'Portuguese',
  pl: 'Polish',
  ru: 'Russian',
  uk: 'Ukrainian',
  ja: 'Japanese',
  ko: 'Korean',
  zh: 'Chinese',
  sv: 'Swedish',
  da: 'Danish or Norwegian',
  fi: 'Finnish',
  cs: 'Czech',
  sk: 'Slovak',
  hu: 'Hungarian',
  ro: 'Romanian',
  el: 'Greek',
  tr: 'Turkish',
  ar: 'Arabic',
  he: 'Hebrew',
  th: 'Thai',
};

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
