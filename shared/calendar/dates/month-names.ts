import { foldText } from '../text/fold.ts';

/** Month names as people write them in the languages we read, in nominative, genitive and short forms. */
const namesByMonth: readonly string[] = [
  // English | German | French | Spanish | Italian | Dutch | Portuguese | Polish | Russian | Ukrainian
  'january jan januar jänner jän janvier janv enero ene gennaio gen januari janeiro styczeń stycznia sty январь января янв січень січня січ',
  'february feb februar feber februari février févr fév febrero febbraio fevereiro fev luty lutego lut февраль февраля фев февр лютий лютого лют',
  'march mar märz mär mrz maerz mars marzo maart mrt março marzec marca март марта мар березень березня бер',
  'april apr avril avr abril abr aprile kwiecień kwietnia kwi апрель апреля апр квітень квітня кві квіт',
  'may mai mayo maggio mag mei maio maj maja май мая травень травня тра трав',
  'june jun juni juin junio giugno giu junho czerwiec czerwca cze июнь июня июн червень червня чер черв',
  'july jul juli juillet juil julio luglio lug julho lipiec lipca lip июль июля июл липень липня лип',
  'august aug août agosto ago augustus sierpień sierpnia sie август августа авг серпень серпня сер серп',
  'september sep sept septembre septiembre setiembre settembre set setembro wrzesień września wrz сентябрь сентября сен сент вересень вересня вер',
  'october oct oktober okt octobre octubre ottobre ott outubro out październik października paź октябрь октября окт жовтень жовтня жов жовт',
  'november nov novembre noviembre novembro listopad listopada lis ноябрь ноября ноя нояб листопад листопада лис лист',
  'december dec dezember dez décembre déc diciembre dic dicembre dezembro grudzień grudnia gru декабрь декабря дек грудень грудня гру груд',
];

/** Scandinavian | Finnish | Czech | Slovak | Hungarian | Romanian | Turkish | Greek | Arabic | Hebrew | Thai | Catalan | Indonesian, where they differ. */
const furtherNames: readonly string[] = [
  'ianuarie tammikuu tammikuuta leden ledna január januára ocak ιανουάριος ιανουαρίου ιαν يناير ינואר בינואר มกราคม gener',
  'februarie helmikuu helmikuuta únor února február februára şubat φεβρουάριος φεβρουαρίου φεβ فبراير פברואר בפברואר กุมภาพันธ์ febrer febr',
  'marts maaliskuu maaliskuuta březen března marec március márc martie mart μάρτιος μαρτίου μαρ مارس מרץ במרץ מרס มีนาคม març maret',
  'aprilie huhtikuu huhtikuuta duben dubna apríl apríla április ápr nisan απρίλιος απριλίου απρ أبريل אפריל באפריל เมษายน',
  'toukokuu toukokuuta květen května máj mája május mayıs μάιος μαΐου مايو מאי במאי พฤษภาคม maig',
  'kesäkuu kesäkuuta červen června jún júna június iunie haziran ιούνιος ιουνίου يونيو יוני ביוני มิถุนายน juny',
  'heinäkuu heinäkuuta červenec července júl júla július iulie temmuz ιούλιος ιουλίου يوليو יולי ביולי กรกฎาคม juliol',
  'augusti elokuu elokuuta srpen srpna augusta augusztus ağustos αύγουστος αυγούστου αυγ أغسطس אוגוסט באוגוסט สิงหาคม agost agustus',
  'septembrie syyskuu syyskuuta září septembra szeptember szept eylül σεπτέμβριος σεπτεμβρίου σεπ سبتمبر ספטמבר בספטמבר กันยายน setembre',
  'octombrie lokakuu lokakuuta říjen října október októbra ekim οκτώβριος οκτωβρίου οκτ أكتوبر אוקטובר באוקטובר ตุลาคม',
  'noiembrie marraskuu marraskuuta listopadu novembra kasım νοέμβριος νοεμβρίου νοε نوفمبر נובמבר בנובמבר พฤศจิกายน',
  'decembrie joulukuu joulukuuta prosinec prosince decembra desember aralık δεκέμβριος δεκεμβρίου δεκ ديسمبر דצמבר בדצמבר ธันวาคม desembre',
];

const monthByName = new Map<string, number>();
for (const table of [furtherNames, namesByMonth]) {
  for (const [index, names] of table.entries()) {
    for (const name of names.split(' ')) monthByName.set(foldText(name), index + 1);
  }
}

/** 1–12 for the folded name of a month, else null. */
export function monthOf(foldedWord: string): number | null {
  return monthByName.get(foldedWord) ?? null;
}
