import type { FoundFormat } from '../formats/find-format.ts';
import { OUR_EXPORT } from '../formats/known/known-format.ts';
import { languageNames } from '../headers/languages.ts';
import type { NameMatch } from '../headers/role-by-name.ts';
import { type Mapping, REASON_HEADER } from '../mapping-document.ts';
import type { ColumnReading, ColumnRole } from '../types.ts';
import { rolesByContent } from './by-content.ts';
import { candidates } from './candidates.ts';
import { fitRole } from './fit.ts';
import { type ColumnProfile, share } from './profile.ts';
import { giveTeams } from './team-title.ts';

export type ColumnPlan = {
  columns: ColumnReading[];
  /** Languages of the header names that were used, for the date order. */
  languages: string[];
  /** Names in the given mapping that the file does not have. */
  unknownNames: string[];
};

export type KnownOfColumns = {
  labels: readonly string[];
  header: readonly string[] | null;
  profiles: readonly ColumnProfile[];
  mapping: Mapping | undefined;
  /** The program that wrote the file, when its header names tell. */
  format: FoundFormat | null;
};

/** Roles of which a row can use only one. */
const families: readonly ColumnRole[][] = [
  ['start', 'startDate'],
  ['end', 'endDate'],
];

/** Gives every column a role and the reason for it: what the person said, then a known format, then names, then content. */
export function assignRoles({ labels, header, profiles, mapping, format }: KnownOfColumns): ColumnPlan {
  const readings = new Map<number, ColumnReading>();
  const taken = new Set<ColumnRole>();
  const languages = new Set<string>();
  const give = (index: number, role: ColumnRole, reason: string) => {
    readings.set(index, { index, header: labels[index] ?? '', role, reason });
    for (const member of families.find((family) => family.includes(role)) ?? [role]) taken.add(member);
  };

  const unknownNames = applyMapping(labels, mapping, give);
  for (const [index, label] of labels.entries())
    if (label === REASON_HEADER) give(index, 'ignore', 'written by this app beside rows that it could not read');
  if (format !== null) applyFormat(format, { labels, header, profiles }, readings, give);
  const named = new Set<number>();
  for (const { index, role, match } of candidates(header, profiles)) {
    named.add(index);
    const isTaken = taken.has(role) && !isRepeatable(role, labels[index] ?? '');
    if (readings.has(index) || isTaken) continue;
    languages.add(match.language);
    give(index, role, nameReason(labels[index] ?? '', match, role));
  }
  if (!taken.has('title')) giveTeams(header, readings, give);
  const free = profiles.filter((profile) => !readings.has(profile.index));
  const roles = new Set([...readings.values()].map((reading) => reading.role));
  for (const { index, role, reason } of rolesByContent(free, roles)) give(index, role, reason);
  for (const profile of free) {
    const label = labels[profile.index] ?? '';
    if (readings.has(profile.index) || !TICKETS.test(label) || share(profile, 'url') < 0.8) continue;
    give(
      profile.index,
      'offerUrl',
      `links in ${profile.filled} of ${profile.rows} rows, and “${label}” speaks of tickets`,
    );
  }
  if (!taken.has('title')) promoteDescription(readings);

  const columns = profiles.map((profile) => readings.get(profile.index) ?? ignored(profile, labels, named));
  return { columns, languages: [...languages].sort(), unknownNames };
}

/** A sheet with one text column keeps its titles there, even if it calls them “Text”. */
function promoteDescription(readings: Map<number, ColumnReading>): void {
  for (const [index, reading] of readings) {
    if (reading.role !== 'description' || reading.reason === CHOSEN) continue;
    readings.set(index, {
      ...reading,
      role: 'title',
      reason: `no column is named like a title; “${reading.header}” is the only text`,
    });
    return;
  }
}

const CHOSEN = 'chosen in the mapping';

function applyMapping(
  labels: readonly string[],
  mapping: Mapping | undefined,
  give: (index: number, role: ColumnRole, reason: string) => void,
): string[] {
  const unknown: string[] = [];
  for (const [name, role] of Object.entries(mapping?.columns ?? {})) {
    const index = labels.indexOf(name.trim().replace(/\s+/g, ' '));
    if (index < 0) unknown.push(name);
    else give(index, role, CHOSEN);
  }
  return unknown;
}

const repeatable: readonly ColumnRole[] = ['ignore', 'price', 'startPart', 'endPart'];

/** A sheet may have several prices and several ticket links; a plain link beside a ticket link is something else. */
function isRepeatable(role: ColumnRole, header: string): boolean {
  return repeatable.includes(role) || (role === 'offerUrl' && TICKETS.test(header));
}

const TICKETS = /ticket|karten|billet|entrada|bigliett|kaart|bilhete|ingresso|bilet|билет|квит|チケット|티켓|예매/i;

/** What a known program calls its columns; the cells may still say otherwise (a date column that holds times too). */
function applyFormat(
  format: FoundFormat,
  { labels, header, profiles }: Pick<KnownOfColumns, 'labels' | 'header' | 'profiles'>,
  readings: ReadonlyMap<number, ColumnReading>,
  give: (index: number, role: ColumnRole, reason: string) => void,
): void {
  const used = new Set<ColumnRole>();
  for (const profile of profiles) {
    const role = format.roleOf(header?.[profile.index] ?? '');
    // Our own columns mean what they say, whatever stands in them.
    const fitted =
      role !== null && format.name === OUR_EXPORT ? { role } : role === null ? null : fitRole(role, profile);
    const fit = readings.has(profile.index) ? null : fitted;
    if (fit === null || (used.has(fit.role) && fit.role !== 'ignore') || isGiven(readings, fit.role)) continue;
    used.add(fit.role);
    give(profile.index, fit.role, `a column of ${format.name}: “${labels[profile.index] ?? ''}”`);
  }
}

function isGiven(readings: ReadonlyMap<number, ColumnReading>, role: ColumnRole): boolean {
  return role !== 'ignore' && [...readings.values()].some((reading) => reading.role === role);
}

function nameReason(label: string, match: NameMatch, role: ColumnRole): string {
  const language = languageNames[match.language] ?? match.language;
  const article = /^[AEIO]/.test(language) ? 'an' : 'a';
  const how = `${{ exact: 'is', part: 'contains', typo: 'is nearly' }[match.how]} ${article}`;
  const refined = match.role === role ? '' : `; its cells make it “${role}”`;
  return `“${label}” ${how} ${language} name for “${match.role}”${refined}`;
}

function ignored(profile: ColumnProfile, labels: readonly string[], named: ReadonlySet<number>): ColumnReading {
  const { index, filled } = profile;
  const header = labels[index] ?? '';
  const reason =
    filled === 0
      ? 'the column is empty'
      : named.has(index)
        ? 'another column has this role already'
        : share(profile, 'date', 'dateTime') >= 0.6
          ? 'holds dates, but another column has the date'
          : 'neither its name nor its cells say what it is';
  return { index, header, role: 'ignore', reason };
}
