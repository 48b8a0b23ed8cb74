import { tokenise } from '../text/lexer.ts';
import { weekdaysOf } from './weekday-names.ts';

export const BRACKETED = /[(（[［]([^()（）[\]［］]*)[)）\]］]/g;

/** Notion writes a mention of a date so. */
export const LEADING_AT = /^@\s?/;

/** Names of days that stand beside their date, as a weekday does. */
export const HOLIDAY =
  /(?<!\p{L})(?:(?:1\.|2\.|erster|zweiter) (?:weihnachts|oster|pfingst)(?:feier)?tag|karfreitag|gründonnerstag|palmsonntag|karsamstag|oster(?:sonntag|montag|samstag|nacht)|pfingst(?:sonntag|montag)|christi himmelfahrt|himmelfahrt|fronleichnam|aschermittwoch|rosenmontag|heilig(?:er |)abend|silvester|neujahr|allerheiligen|totensonntag|buß- und bettag|(?:[1-4]\.|erster|zweiter|dritter|vierter) advent|good friday|easter (?:sunday|monday|saturday)|palm sunday|ash wednesday|maundy thursday|whit (?:sunday|monday)|bank holiday(?: monday)?|christmas (?:day|eve)|boxing day|new year[’']s (?:day|eve)|vendredi saint|lundi de (?:pâques|pentecôte)|dimanche de pâques|viernes santo|domingo de (?:ramos|pascua))(?!\p{L})[,:]?/giu;

export const DOORS =
  /[\s,;|/·–-]*(?:doors|einlass|portes|puertas|apertura porte|zaal open|deuren|開場|開演|入場|入场).*$/isu;

export function isWeekdayNote(inside: string): boolean {
  const first = tokenise(inside)[0];
  return first?.kind === 'word' && weekdaysOf(first.text) !== null;
}
