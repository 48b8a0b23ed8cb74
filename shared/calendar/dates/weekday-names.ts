import { foldText } from '../text/fold.ts';

/**
 * Weekday names and their short forms. A short form can mean two days (`ma` is Monday in Dutch and Tuesday in French),
 * so a word stands for a set of days, and a date contradicts it only when it is none of them.
 */
const namesByDay: readonly string[] = [
  'monday mon mondays montag mo lundi lun lunes lunedì maandag ma segunda seg poniedziałek poniedz pon pn понедельник понеділок пн 月 월 월요일 月曜',
  'tuesday tue tues tuesdays dienstag di mardi mar martes martedì dinsdag terça ter wtorek wto wt вторник вт вівторок 火 화 화요일 ma',
  'wednesday wed weds wednesdays mittwoch mi mercredi mer mercredis miércoles mié mercoledì woensdag wo quarta qua środa środ śr среда ср середа 水 수 수요일',
  'thursday thu thur thurs thursdays donnerstag do jeudi jeu jueves jue giovedì gio donderdag quinta qui czwartek czw czwartku четверг чт четвер 木 목 목요일',
  'friday fri fridays freitag fr vendredi ven viernes vie venerdì vrijdag vr vrij sexta sex piątek pt пятница пт пʼятниця пятниця 金 금 금요일',
  'saturday sat saturdays samstag sa sonnabend samedi sam sábado sáb sabato sab zaterdag za zat sobota sob суббота сб субота 土 토 토요일',
  'sunday sun sundays sonntag so dimanche dim domingo dom domenica zondag zo zon niedziela niedz nie nd ndz воскресенье вс неділя нд 日 일 일요일',
];

/** Scandinavian | Finnish | Czech | Slovak | Hungarian | Romanian | Greek | Turkish | Arabic | Hebrew | Thai | Chinese. */
const furtherNames: readonly string[] = [
  'måndag mån mandag man maanantai ma pondělí pondelok po hétfő luni δευτέρα δευ pazartesi pzt الاثنين שני จันทร์ วันจันทร์ 一',
  'tisdag tis tirsdag tir tiistai ti úterý utorok út kedd marți τρίτη τρι salı الثلاثاء שלישי อังคาร วันอังคาร 二',
  'onsdag ons keskiviikko ke středa streda st szerda sze miercuri τετάρτη τετ çarşamba الأربعاء רביעי พุธ วันพุธ 三',
  'torsdag tors tor torstai to čtvrtek štvrtok čt št csütörtök joi πέμπτη πεμ perşembe الخميس חמישי พฤหัสบดี วันพฤหัสบดี 四',
  'fredag fre perjantai pe pátek piatok pá pi péntek vineri παρασκευή παρ cuma الجمعة שישי ศุกร์ วันศุกร์ 五',
  'lördag lör lørdag lauantai la sobota so szombat szo sâmbătă σάββατο σαβ cumartesi cmt السبت שבת เสาร์ วันเสาร์ 六',
  'söndag sön søndag sunnuntai su neděle nedeľa ne vasárnap duminică κυριακή κυρ pazar الأحد ראשון อาทิตย์ วันอาทิตย์ 天',
];

const daysByName = new Map<string, number[]>();
for (const table of [namesByDay, furtherNames]) {
  for (const [index, names] of table.entries()) {
    for (const name of names.split(' ')) {
      const folded = foldText(name);
      daysByName.set(folded, [...new Set([...(daysByName.get(folded) ?? []), index + 1])]);
    }
  }
}

/** The days (1 = Monday) that a folded word can mean, or null when it is not a weekday. */
export function weekdaysOf(foldedWord: string): readonly number[] | null {
  return daysByName.get(foldedWord) ?? null;
}

/** One weekday written alone, as in a column of its own: `Fri`, `Fr.`, `金曜日`. */
export function readWeekdayCell(cell: string): readonly number[] | null {
  const folded = foldText(cell.trim())
    .replace(/[.,()（）]/g, '')
    .replace(/曜日?$|-feira$|^(?:星期|周|週|礼拜|禮拜|יום )/, '')
    .trim();
  return weekdaysOf(folded);
}

const englishNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The English name for messages. */
export function weekdayName(weekday: number): string {
  return englishNames[weekday - 1] ?? '';
}
