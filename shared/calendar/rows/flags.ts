import { compactName } from '../text/fold.ts';

const YES = new Set(
  'true yes y 1 x on ja j wahr ein oui o vrai sí si s verdadero vero sì sim verdadeiro tak t prawda да так истина はい 有 終日 예 네 waar'
    .split(' ')
    .map(compactName),
);
const NO = new Set(
  'false no n 0 off nein falsch aus non faux falso não nao nie f fałsz нет ні ложь いいえ 無 아니요 아니오 nee onwaar'
    .split(' ')
    .map(compactName),
);
const TICKS = new Set(['✓', '✔', '☑', '✗', '☐', '○', '×']);

/** A yes or no in the languages we read, or null when the cell is neither. */
export function readFlag(cell: string): boolean | null {
  const text = cell.trim();
  if (TICKS.has(text)) return text === '✓' || text === '✔' || text === '☑' || text === '○';
  const name = compactName(text);
  if (name === '' || name.length > 10) return null;
  return YES.has(name) ? true : NO.has(name) ? false : null;
}
