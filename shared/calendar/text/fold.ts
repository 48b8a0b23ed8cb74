/** Folding of text for comparison: what differs only in case, accents, width or punctuation is the same word. */

const NON_ASCII = /[^\x20-\x7e]/;
/** Accents, and invisible signs that programs put into dates (left-to-right marks). */
const MARKS = /[\p{M}\p{Cf}]+/gu;
/** Arabic, Persian, Hindi and Thai digits, by the first of each ten. */
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u0e50-\u0e59]/g;
const LETTERS_THAT_DO_NOT_DECOMPOSE: Record<string, string> = {
  ł: 'l',
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ı: 'i',
};
const UNDECOMPOSED = /[łßøæœđı]/g;
const NOT_LETTER_OR_DIGIT = /[^\p{L}\p{N}]+/gu;

/** Lower case, without accents, full-width forms and other scripts' digits made plain. Hangul and kana stay comparable, because both sides fold. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  if (!NON_ASCII.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(OTHER_DIGITS, asciiDigit)
    .replace(UNDECOMPOSED, (letter) => LETTERS_THAT_DO_NOT_DECOMPOSE[letter] ?? letter)
    .normalize('NFC');
}

function asciiDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  const zero = [0x0e50, 0x0966, 0x06f0, 0x0660].find((first) => code >= first) ?? code;
  return String(code - zero);
}

/** Letters and digits only, so that `Start Date`, `start_date` and `StartDate` are one name. */
export function compactName(text: string): string {
  return foldText(text).replace(NOT_LETTER_OR_DIGIT, '');
}

/** The words of a name, with camelCase taken apart: `startDate` gives `start`, `date`. */
export function nameWords(text: string): string[] {
  const spaced = text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  return foldText(spaced)
    .split(NOT_LETTER_OR_DIGIT)
    .filter((word) => word !== '');
}

/** What spreadsheets leave in a cell whose formula failed. It says nothing about the event. */
const SPREADSHEET_ERRORS = new Set(['#N/A', '#REF!', '#VALUE!', '#NAME?', '#DIV/0!', '#NULL!', '#NUM!', '#NV']);

/** The cell without surrounding white space (no-break spaces too); a spreadsheet's error value counts as blank. */
export function cleanCell(cell: string | undefined): string {
  if (cell === undefined || cell === '') return '';
  const trimmed = cell.trim();
  return trimmed.charCodeAt(0) === 35 && SPREADSHEET_ERRORS.has(trimmed.toUpperCase()) ? '' : trimmed;
}

/** A cell as it is quoted in a sentence: in one line, and not longer than a person wants to read. */
export function quoteCell(cell: string): string {
  const line = cell.replace(/\s+/g, ' ').trim();
  const points = [...line.slice(0, 120)];
  return `“${points.length > 60 ? `${points.slice(0, 57).join('')}…` : line}”`;
}
