/** Entities that web programs write into titles and texts (HTML 4, those of everyday). */
const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  bull: '•',
  middot: '·',
  euro: '€',
  pound: '£',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  times: '×',
  szlig: 'ß',
  shy: '',
};
const ENTITY = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,8}));/g;
/** `&eacute;`: a letter and its accent. */
const ACCENTS: Record<string, string> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  cedil: '\u0327',
  ring: '\u030a',
  caron: '\u030c',
};
const ACCENTED = /^([A-Za-z])(acute|grave|circ|uml|tilde|cedil|ring|caron)$/;

const TAG = /<\/?(?:p|br|div|span|strong|b|i|em|u|a|ul|ol|li|h[1-6]|table|tr|td|th|img|font|blockquote|hr)\b[^<>]*>/i;
const LINK = /<a\b[^<>]*\bhref\s*=\s*["']?(https?:\/\/[^"'\s>]+)[^<>]*>([^<]*)<\/a>/gi;
const HIDDEN = /<(script|style)\b[^<>]*>[\s\S]*?<\/\1>/gi;
const BREAK = /<br\b[^<>]*>|<\/(?:p|div|li|h[1-6]|tr|blockquote|ul|ol|table)>|<hr\b[^<>]*>/gi;
const ITEM = /<li\b[^<>]*>/gi;
const ANY_TAG = /<\/?[a-z][^<>]*>|<!--[\s\S]*?-->/gi;
const BLANK_LINES = /\n{3,}/g;
/** A longer text is left as it is: the patterns take their time. */
const LONGEST = 100_000;

/**
 * A text as a person reads it: entities become their characters (`Rock &amp; Roll`), and where it is HTML, lines are
 * kept, links are written out, and the other tags go. Text without either comes back as it is.
 */
export function plainText(text: string): string {
  if (text.length > LONGEST) return text;
  if (text.includes('<') && TAG.test(text)) return withoutTags(text);
  return text.includes('&') ? decodeEntities(text) : text;
}

function withoutTags(html: string): string {
  const text = trimLines(html)
    .replace(HIDDEN, '')
    .replace(LINK, (_all, url: string, label: string) => (url.includes(label.trim()) ? url : `${label} (${url})`))
    .replace(BREAK, '\n')
    .replace(ITEM, '• ')
    .replace(ANY_TAG, '');
  return trimLines(decodeEntities(text)).replace(BLANK_LINES, '\n\n').trim();
}

function trimLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n');
}

function decodeEntities(text: string): string {
  return text.replace(ENTITY, (all, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? accented(name) ?? all;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const isCharacter = (code >= 32 && code < 0xd800) || (code > 0xdfff && code <= 0x10ffff) || code === 10;
    return isCharacter ? String.fromCodePoint(code) : all;
  });
}

function accented(name: string): string | undefined {
  const match = ACCENTED.exec(name);
  return match === null ? undefined : `${match[1]}${ACCENTS[match[2] ?? '']}`.normalize('NFC');
}
