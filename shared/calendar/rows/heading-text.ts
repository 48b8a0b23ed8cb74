import { monthOf } from '../dates/month-names.ts';
import { readWeekdayCell } from '../dates/weekday-names.ts';
import { foldText } from '../text/fold.ts';

const SEASONS = new Set(
  'spring summer autumn fall winter season fruhling fruhjahr sommer herbst spielzeit saison printemps ete automne hiver primavera verano otono invierno estate autunno inverno stagione temporada lente zomer herfst seizoen wiosna lato jesien zima sezon весна лето осень зима сезон літо осінь'.split(
    ' ',
  ),
);
const SUMS =
  /^(?:total|sum|summe|gesamt|insgesamt|count|totale|totaal|razem|suma|итого|всего|разом|合計|합계)\b|^合計|^합계/;
const YEAR = /^(?:\d{4}|\d{2})$/;
const DECORATION = /^[-–—=_*#~.·•:\s]{2,}$/;
const JAPANESE_MONTH = /^(?:\d{4}年)?\d{1,2}月(?:の.*)?$/;

/** `Total`, `Summe: 24`, `合計` */
export function isSumText(text: string): boolean {
  return SUMS.test(foldText(text));
}

/** `----`, `:---:`, `* * *` */
export function isDecoration(text: string): boolean {
  return DECORATION.test(text);
}

/** True for a text that divides a sheet and names no event: `May 2027`, `Autumn season`, `Friday`, `Total: 24`, `-----`. */
export function isHeadingText(text: string): boolean {
  const folded = foldText(text);
  if (isDecoration(folded) || SUMS.test(folded) || JAPANESE_MONTH.test(folded)) return true;
  if (readWeekdayCell(text) !== null) return true;
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const numbers = words.filter((word) => YEAR.test(word));
  const months = words.filter((word) => monthOf(word) !== null);
  const isOnlyNames = words.every((word) => monthOf(word) !== null || SEASONS.has(word) || YEAR.test(word));
  // `03 May 2027` and `2027-05-03` are dates: beside a month only a year may stand, elsewhere two (`2026/27`).
  const isYear =
    numbers.length <= (months.length > 0 ? 1 : 2) && numbers.every((word, index) => index > 0 || word.length === 4);
  return isOnlyNames && isYear && words.length > 0 && (numbers.length > 0 || months.length > 0 || words.length <= 3);
}
