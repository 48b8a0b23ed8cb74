import { foldText } from './fold.ts';

/** Small words around dates and times, in the languages we read. All are folded, as the lexer gives words. */
function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(' ').map(foldText));
}

/** Between the parts of one date: `3 de mayo de 2027`, `May 3, 2027`, `den 3. Mai`. */
export const dateFiller = words(
  'de del of the den der am on le el il lo op o dia d d’ г года год р року r roku , . the dnia w в у יום วันที่ ที่',
);

/** Between a date and its time, and before a time: `um`, `à`, `alle ore`. A range word is never in this list. */
export const timeFiller = words(
  'at um à a las los alle ore ora às as om o godz godzina g в у о об ob kl klo klokken time uhrzeit , @ t | · : . h’ h de dès ab from von van vanaf dalle dal da das desde des od с со з із від starts start beginn beginnt begin beginning inizio début debut początek начало початок desde the circa ca cca approx approximately about around etwa gegen environ env vers verso aprox około около приблизно ungefähr kello kell ora orele saat الساعة בשעה 約 约 약',
);

/** Words that open a range or an open end: `from`, `ab`, `dal`. */
export const fromWords = words('from ab von van vanaf du dès dal dalla dalle da das del desde de od с со з із від ');

/** Between the two ends of a range. Dashes arrive as `-`. `a` and `al` are Romance. */
export const rangeWords = words(
  '- to til till until through thru bis au à a al alla alle hasta até ate tot tm do по до から 부터 → > às as',
);

/** A cell that begins so says when something ends, not when it starts. */
export const untilWords = words('until till through thru bis jusqu jusque hasta fino até tot tm до');

/** After a clock: `19 Uhr`, `20 h`, `19 часов`. */
export const clockUnits = words(
  'uhr h hs min мин минут минуты хв хвилин minut hrs hr horas heures heure uur u ч час часов часа год година годин 時 시 分 분 点 點 时 钟 鐘 hod hodin hodiny óra órakor น โมง',
);

/** Opens a range whose ends an “and” joins: `zwischen 18 und 20 Uhr`. */
export const betweenWords = words('between zwischen entre tra fra tussen między между між');
export const andWords = words('& and und et y e en i и і й та');

/** Between the parts of a plain list of slots or dates. */
export const listMarks = words(
  '& and und et y e en i и і й та , ; / + | • 、 ・ sowie och og ja és ve και および と 和 그리고 및',
);
/** A choice or a sequence is no plain list: `7 or 8 pm` leaves open which one is meant. */
export const choiceWords = words('or oder ou o of lub или або plus puis then dann danach luego poi');

export const noonWords = words(
  'noon midday mittag midi mezzogiorno mediodía middag południe полдень 정오 poledne poludnie dél μεσημέρι',
);
export const midnightWords = words(
  'midnight mitternacht minuit mezzanotte medianoche middernacht północ полночь опівночі 자정',
);

/** After a clock (`7 pm`), and before one (`오후 7시`). Beside a date, a German `am` before a number is no such word. */
export const beforeNoon = words('am vormittags vorm gozen 오전 صباحا ص');
export const afterNoon = words('pm nachmittags nachm abends gogo 오후 مساء م');
export const beforeNoonAhead = words('am gozen 오전');
export const afterNoonAhead = words('pm gogo 오후');

/** A time cell that says that there is no time because the whole day counts. */
export const allDayTexts = words(
  'allday ganztägig ganztags toutelajournée journéeentière todoeldía todoeldia tuttoilgiorno heledag diatodo odiatodo diainteiro odiainteiro całydzień весьдень увесьдень цілийдень 終日 하루종일 종일 wholeday fullday',
);

/** A cell that says that the value is not known yet. Compared without white space and marks at its ends. */
export const unknownTexts = words(
  '? ?? ??? - -- . … tba tbd tbc tobeannounced tobeconfirmed n/a na k.a ka offen nochoffen unbekannt àconfirmer aconfirmar porconfirmar dadefinire daconfermare nntb nnb volgt 未定 詳細未定 時間未定 調整中 미정 none null nan nil уточняется',
);
