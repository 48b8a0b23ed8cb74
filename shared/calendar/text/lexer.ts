import { foldText } from './fold.ts';

/** A cell taken apart into numbers, words and marks, for the readers of dates and times. */
export type Token =
  | { kind: 'number'; text: string; value: number; gap: boolean }
  | { kind: 'word'; text: string; gap: boolean }
  | { kind: 'mark'; text: string; gap: boolean };

/**
 * Han characters are words of their own, because Japanese writes without spaces (午後 7 時): runs of kana, Hangul
 * and of the alphabets are words.
 */
const TOKEN =
  /(\s*)(?:(\d+)|(\p{Script=Han}|[\p{Script=Hiragana}\p{Script=Katakana}ー]+|\p{Script=Hangul}+|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Thai}]+)|(\S))/gu;

/** `7 p.m.`, `7pm`, `7:30:PM` and `7p` are one thing; `15 a 16 marzo` is not: a lone letter must touch its digit. */
const MERIDIEM = /(\d)(?:\s*:?\s*([ap])\.?\s?m(?!\p{L})\.?|([ap])(?![\p{L}.]|\s?m))/gu;

/**
 * Written without spaces in Japanese and Chinese; romanised, because `am` is also the German “on the”. 晚上12点 is
 * midnight, so the evening of a twelve is left alone.
 */
const HAN_HALF_DAYS = /午前|午後|正午|上午|早上|凌晨|清晨|下午|中午|傍晚|晚上(?!\s*12)/g;
const ROMANISED: Record<string, string> = {
  午後: ' gogo ',
  下午: ' gogo ',
  中午: ' gogo ',
  傍晚: ' gogo ',
  晚上: ' gogo ',
  正午: ' noon ',
};

/** 星期六, 周六, 週六: the sign alone is also the number six. */
const CHINESE_WEEKDAY = /(?:星期|周|週|礼拜|禮拜)([一二三四五六日天])/g;
const CHINESE_DAYS: Record<string, string> = {
  一: 'mon',
  二: 'tue',
  三: 'wed',
  四: 'thu',
  五: 'fri',
  六: 'sat',
  日: 'sun',
  天: 'sun',
};

/** Greek π.μ. and μ.μ. are am and pm. */
const GREEK_HALF_DAY = /(?<!\p{L})([πμ])\.?\s?μ\.?(?!\p{L})/gu;

/** Czech and Slovak `v 19.30`. The letter alone is too little elsewhere. */
const CZECH_AT = /^v (?=\d)/;

/** Dutch “up to and including”. */
const TM = /\bt\/m\b/g;

/** `à partir de 18h`, `a partire dalle 10`: one word for “from”. */
const STARTING_FROM = /\b(?:a partir d(?:es|e|u|el|as|a)|a partire da(?:lle|l)?|starting (?:at|from)|beginning at)\b/g;

const KOREAN_HALF_HOUR = /시\s*반/g;

const DASHES = /[‐‑‒–—―−〜~～]/g;

/** ①10:00 ②14:00 numbers a list; folded, the number would become a digit of the clock. */
const CIRCLED_NUMBERS = /[\u2460-\u2473]/g;

/** Takes a cell apart. Words come folded (lower case, no accents), every dash is `-`, am and pm are words `am`, `pm`. */
export function tokenise(cell: string): Token[] {
  const text = foldText(cell.replace(CIRCLED_NUMBERS, ' , '))
    .replace(DASHES, '-')
    .replace(KOREAN_HALF_HOUR, '시 30분')
    .replace(HAN_HALF_DAYS, (half) => ROMANISED[half] ?? ' gozen ')
    .replace(CHINESE_WEEKDAY, (_all, day: string) => ` ${CHINESE_DAYS[day] ?? ''} `)
    .replace(GREEK_HALF_DAY, (_all, half: string) => (half === 'π' ? ' am ' : ' pm '))
    .replace(CZECH_AT, '')
    .replace(TM, ' tm ')
    .replace(STARTING_FROM, ' from ')
    .replace(MERIDIEM, (_all, digit: string, spelled?: string, lone?: string) => `${digit} ${spelled ?? lone}m `);
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const gap = match[1] !== '';
    if (match[2] !== undefined) tokens.push({ kind: 'number', text: match[2], value: Number(match[2]), gap });
    else if (match[3] !== undefined) tokens.push({ kind: 'word', text: match[3], gap });
    else if (match[4] !== undefined) tokens.push({ kind: 'mark', text: match[4], gap });
  }
  return tokens;
}

/** A position in a list of tokens. Readers move it forward, and put it back when they find nothing. */
export class Cursor {
  readonly tokens: readonly Token[];
  at = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  get done(): boolean {
    return this.at >= this.tokens.length;
  }

  peek(ahead = 0): Token | undefined {
    return this.tokens[this.at + ahead];
  }

  number(ahead = 0): { text: string; value: number } | null {
    const token = this.tokens[this.at + ahead];
    return token?.kind === 'number' ? token : null;
  }

  word(ahead = 0): string | null {
    const token = this.tokens[this.at + ahead];
    return token?.kind === 'word' ? token.text : null;
  }

  mark(ahead = 0): string | null {
    const token = this.tokens[this.at + ahead];
    return token?.kind === 'mark' ? token.text : null;
  }

  /** Moves past the token when it is one of these words or marks. */
  take(texts: ReadonlySet<string>): boolean {
    const token = this.tokens[this.at];
    if (token === undefined || token.kind === 'number' || !texts.has(token.text)) return false;
    this.at += 1;
    return true;
  }

  takeAll(texts: ReadonlySet<string>): boolean {
    let any = false;
    while (this.take(texts)) any = true;
    return any;
  }
}
