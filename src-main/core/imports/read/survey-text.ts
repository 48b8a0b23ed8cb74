import type { LineEnd } from './line-ends.ts';

/** What the decoded text of a whole file says, gathered in one walk with bounded memory. */
export type TextSurvey = {
  /** The beginning: delimiters and foreign formats are recognised there. */
  head: string;
  isBlank: boolean;
  /** Characters that could not be decoded (U+FFFD), and zero characters. */
  broken: number;
  zeros: number;
  /** Line ends that stand outside quotation marks. */
  lineEnds: ReadonlySet<LineEnd>;
};

/** Enough to weigh delimiters over many records. */
const HEAD_CHARACTERS = 500_000;

const QUOTE = 34;
const LF = 10;
const CR = 13;

/** Walks all text once, as it was decoded. Yields between chunks. */
export function* surveyText(chunks: Iterable<string>): Generator<void, TextSurvey> {
  const lineEnds = new Set<LineEnd>();
  let head = '';
  let isBlank = true;
  let broken = 0;
  let zeros = 0;
  let isQuoted = false;
  let afterReturn = false;
  for (const chunk of chunks) {
    if (head.length < HEAD_CHARACTERS) head += chunk.slice(0, HEAD_CHARACTERS - head.length);
    if (isBlank) isBlank = chunk.replaceAll('\0', '').trim() === '';
    broken += count(chunk, '\ufffd');
    zeros += count(chunk, '\0');
    for (let at = 0; at < chunk.length; at += 1) {
      const code = chunk.charCodeAt(at);
      if (afterReturn && code !== LF) lineEnds.add('\r');
      if (code === QUOTE) isQuoted = !isQuoted;
      else if (code === LF && !isQuoted) lineEnds.add(afterReturn ? '\r\n' : '\n');
      afterReturn = code === CR && !isQuoted;
    }
    yield;
  }
  if (afterReturn) lineEnds.add('\r');
  return { head, isBlank, broken, zeros, lineEnds };
}

function count(text: string, character: string): number {
  let found = 0;
  for (let index = text.indexOf(character); index >= 0; index = text.indexOf(character, index + 1)) found += 1;
  return found;
}
