import { untilWords } from '../text/filler-words.ts';
import type { Token } from '../text/lexer.ts';
import type { DateProblem } from './date-reading.ts';
import { monthOf } from './month-names.ts';

/** Says why a cell that was not read is no date, from what it is made of. */
export function explainUnreadable(tokens: readonly Token[]): DateProblem {
  let months = 0;
  let days = 0;
  let until = false;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'number') {
      if (token.text.length <= 2 && token.value >= 1 && token.value <= 31 && !isClockPart(tokens, index)) days += 1;
    } else if (token.kind === 'word') {
      if (monthOf(token.text) !== null || token.text === '月') months += 1;
      // 上旬, 中旬, 下旬: a third of a month, not a day.
      if (token.text === '旬') return 'month_only';
      if (token.text === 'まて' || token.text === '까지') until = true;
    }
  }
  const numericDates = countNumericDates(tokens);
  const isOneWithMore = months === 0 && numericDates === 1 && days <= 2;
  if ((months === 0 && numericDates === 0) || isOneWithMore) return 'unreadable_date';
  const first = tokens[0];
  if (until || (first?.kind === 'word' && untilWords.has(first.text))) return 'open_start';
  if (numericDates > 1) return 'several_dates';
  if (months > 0 && days === 0) return 'month_only';
  const daysBesideMonths = months > 0 && tokens.some((token) => token.text === '月') ? days / 2 : days;
  return daysBesideMonths > 1 ? 'several_dates' : 'unreadable_date';
}

/** The numbers of a clock (`19:00`, `10h30`) are no days. */
function isClockPart(tokens: readonly Token[], index: number): boolean {
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  return (
    before?.text === ':' || after?.text === ':' || after?.text === 'h' || before?.text === 'h' || after?.text === 'uhr'
  );
}

function countNumericDates(tokens: readonly Token[]): number {
  let count = 0;
  for (let index = 0; index + 4 < tokens.length; index += 1) {
    const [a, mark, b, sameMark, c] = tokens.slice(index, index + 5);
    if (a?.kind !== 'number' || b?.kind !== 'number' || c?.kind !== 'number') continue;
    if (mark?.text !== sameMark?.text || !['.', '/', '-'].includes(mark?.text ?? '')) continue;
    count += 1;
    index += 4;
  }
  return count;
}
