const YEAR = /(?<![\d./-])((?:19|20)\d{2})(?![\d/-]|\.\d)/g;
/** A year beside such words says when the file was made, not when the events are. */
const ABOUT_THE_FILE =
  /export|as of|stand[: ]|printed|©|copyright|updated|created|generated|erstellt|druck|mise à jour|aggiorn|actualiz|gewijzigd|wygener|обновл|оновл|更新|作成|출력/i;

/** The one year that the title rows above the header name, for dates without a year; null when none or several. */
export function yearInPreamble(rows: readonly string[]): number | null {
  const years = new Set<number>();
  for (const text of rows) {
    if (ABOUT_THE_FILE.test(text)) continue;
    for (const match of text.matchAll(YEAR)) years.add(Number(match[1]));
  }
  const [only] = years;
  return years.size === 1 && only !== undefined ? only : null;
}
