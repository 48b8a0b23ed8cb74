import { foldText } from '../text/fold.ts';

/** Languages in which country names are known. */
const LANGUAGES = 'en de fr es it nl pt pl ru uk ja ko zh zh-Hant sv da nb fi cs sk hu ro el tr ar he th'.split(' ');
/** Names and codes that the tables of languages do not have. */
const OTHER_NAMES: Record<string, string> = {
  uk: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  'great britain': 'GB',
  usa: 'US',
  'u.s.a.': 'US',
  'u.s.': 'US',
  'united states of america': 'US',
  holland: 'NL',
  deu: 'DE',
  aut: 'AT',
  che: 'CH',
  fra: 'FR',
  esp: 'ES',
  ita: 'IT',
  nld: 'NL',
  bel: 'BE',
  gbr: 'GB',
  irl: 'IE',
  pol: 'PL',
  prt: 'PT',
  can: 'CA',
  aus: 'AU',
  jpn: 'JP',
  kor: 'KR',
};

let codesByName: Map<string, string> | null = null;

/** The two letters (ISO 3166-1) of a country that is named or written with its code; null when it is none. */
export function readCountry(cell: string): string | null {
  const text = cell.trim();
  const known = OTHER_NAMES[text.toLowerCase()];
  if (known !== undefined) return known;
  if (/^[A-Za-z]{2}$/.test(text)) return text.toUpperCase();
  codesByName ??= collectNames();
  return codesByName.get(foldText(text)) ?? null;
}

function collectNames(): Map<string, string> {
  const names = new Map<string, string>();
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const language of LANGUAGES) {
    const table = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
      const name = table.of(code);
      const key = name === undefined ? '' : foldText(name);
      // Codes that are reserved or historic have names too; the first one in the alphabet is not better than any.
      if (key !== '' && !NOT_COUNTRIES.has(code) && !names.has(key)) names.set(key, code);
    }
  }
  return names;
}

const NOT_COUNTRIES = new Set([
  'AN',
  'BU',
  'CS',
  'DD',
  'EU',
  'EZ',
  'FX',
  'NT',
  'QO',
  'SU',
  'TP',
  'UK',
  'UN',
  'XA',
  'XB',
  'YD',
  'YU',
  'ZR',
  'ZZ',
]);
