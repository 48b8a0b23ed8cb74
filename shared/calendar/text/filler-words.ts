import { foldText } from './fold.ts';

/** Small words around dates and times, in the languages we read. All are folded, as the lexer gives words. */
function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(' ').map(foldText));
}

/** Between the parts of one date: `3 de mayo de 2027`, `May 3, 2027`, `den 3. Mai`. */
export const dateFiller = words(
  'de del of the den der am on le el il lo op o dia d’ г года год р року r roku , . the dnia w в у',
);

/** Between a date and its time, and before a time: `um`, `à`, `alle ore`. A range word is never in this list. */
export const timeFiller = words(
  'at um à a las los alle ore ora às as om o godz godzina g в у о об ob kl klo klokken time uhrzeit , @ t | · : . h’ de dès ab from von van vanaf dalle dal da desde des od с со з із від starts start beginn beginnt begin beginning inizio début debut początek начало початок desde the circa ca',
);

/** Words that open a range or an open end: `from`, `ab`, `dal`. */
export const fromWords = words('from ab von van vanaf du dès dal dalla dalle da del desde de od с со з із від ');

/** Between the two ends of a range. Dashes arrive as `-`. `a` and `al` are Romance. */
export const rangeWords = words(
  '- to til till until through thru bis au à a al alla alle hasta até ate tot tm do по до から 부터 → > às as und',
);

/** A cell that begins so says when something ends, not when it starts. */
export const untilWords = words('until till through thru bis jusqu jusque hasta fino até tot до');

/** After a clock: `19 Uhr`, `20 h`, `19 часов`. */
export const clockUnits = words(
  'uhr h hs hrs hr horas heures heure uur u ч час часов часа год година годин 時 시 分 분',
);

/** Between two separate slots or dates. */
export const listMarks = words('& and und et y e en i и та , ; / + 、 ・ plus puis sowie och');

export const noonWords = words('noon midday mittag midi mezzogiorno mediodía middag południe полдень 정오');
export const midnightWords = words(
  'midnight mitternacht minuit mezzanotte medianoche middernacht północ полночь опівночі 자정',
);

/** After a clock (`7 pm`), and before one (`오후 7시`). A German `am` before a clock is no such word. */
export const beforeNoon = words('am vormittags vorm gozen 오전');
export const afterNoon = words('pm nachmittags nachm abends gogo 오후');
export const beforeNoonAhead = words('gozen 오전');
export const afterNoonAhead = words('gogo 오후');

/** A time cell that says that there is no time because the whole day counts. */
export const allDayTexts = words(
  'allday ganztägig ganztags toutelajournée journéeentière todoeldía todoeldia tuttoilgiorno heledag diatodo odiatodo diainteiro odiainteiro całydzień весьдень увесьдень цілийдень 終日 하루종일 종일 wholeday fullday',
);

/** A cell that says that the value is not known yet. Compared without white space and marks at its ends. */
export const unknownTexts = words(
  '? ?? ??? - -- . … tba tbd tbc tobeannounced tobeconfirmed n/a na k.a ka offen nochoffen unbekannt àconfirmer aconfirmar porconfirmar dadefinire daconfermare nntb nnb volgt 未定 詳細未定 時間未定 調整中 미정 none null nan nil уточняется',
);
