/** One property: `DTSTART;TZID=Europe/Berlin:20270601T200000`. Names are upper case, whatever the file has. */
export type ContentLine = {
  /** Line of the file where it begins, counted from 1. */
  line: number;
  name: string;
  params: ReadonlyMap<string, readonly string[]>;
  value: string;
};

const NAME = /^([A-Za-z][A-Za-z0-9-]*)[ \t]*(?=[;:])/;
const PARAMETER = /;[ \t]*([A-Za-z0-9-]+)(?:=((?:"[^"]*"|[^",;:]*)(?:,(?:"[^"]*"|[^",;:]*))*))?/y;
const PARAMETER_VALUE = /"([^"]*)"|([^",]+)/g;
/** Words of vCalendar 1.0 that stand for themselves, without `ENCODING=`. */
const BARE_ENCODINGS = new Set(['QUOTED-PRINTABLE', 'BASE64', '8BIT']);

/** Reads one unfolded line (RFC 5545 §3.1). Null when it is no property at all. */
export function readContentLine(text: string, line: number): ContentLine | null {
  const name = NAME.exec(text);
  if (name === null) return null;
  const params = new Map<string, string[]>();
  let at = name[0].length;
  for (;;) {
    PARAMETER.lastIndex = at;
    const found = PARAMETER.exec(text);
    if (found === null) break;
    at = PARAMETER.lastIndex;
    const key = (found[1] ?? '').toUpperCase();
    if (found[2] === undefined && BARE_ENCODINGS.has(key)) params.set('ENCODING', [key]);
    else params.set(key, parameterValues(found[2] ?? ''));
  }
  if (text[at] !== ':') {
    // An unbalanced quotation mark or a character that needs quoting: the value begins at the next colon.
    at = text.indexOf(':', at);
    if (at < 0) return null;
  }
  return withDateAtTheEnd(text, { line, name: (name[1] ?? '').toUpperCase(), params, value: text.slice(at + 1) });
}

/** The first value of a parameter, trimmed; '' when it is absent. */
export function parameter(line: ContentLine, name: string): string {
  return line.params.get(name)?.[0]?.trim() ?? '';
}

function parameterValues(text: string): string[] {
  return [...text.matchAll(PARAMETER_VALUE)].map((match) => decodeCaret(match[1] ?? match[2] ?? ''));
}

/** RFC 6868: `^n`, `^'` and `^^` in parameter values. */
function decodeCaret(text: string): string {
  return text.replace(/\^([n'^])/g, (_all, sign: string) => (sign === 'n' ? '\n' : sign === "'" ? '"' : '^'));
}

const DATED = new Set(['DTSTART', 'DTEND', 'RECURRENCE-ID', 'EXDATE', 'RDATE', 'DUE']);
/** Longer lines are lists of dates, whose zone is written as it should be. */
const LONGEST_DATED_LINE = 500;
const UNQUOTED_ZONE = /^[A-Za-z-]+;(?:.*;)?TZID=(.+?):(\d{8}(?:T\d{4,6}Z?)?(?:,\d{8}(?:T\d{4,6}Z?)?)*)\s*$/i;

/** A zone name with a colon and no quotation marks (`TZID=GMT+01:00:20270601T200000`): the date is what ends the line. */
function withDateAtTheEnd(text: string, found: ContentLine): ContentLine {
  if (!DATED.has(found.name) || text.length > LONGEST_DATED_LINE || /^\s*\d{4}-?\d{2}/.test(found.value)) return found;
  const match = UNQUOTED_ZONE.exec(text);
  if (match === null) return found;
  return { ...found, params: new Map([...found.params, ['TZID', [match[1] ?? '']]]), value: match[2] ?? '' };
}
