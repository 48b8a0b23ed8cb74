import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { cutTable } from './testing.ts';

/** Small calendars as an old spreadsheet saves them: few letters must be enough to see what they are. */
it.each([
  ['windows-1250', 'Název akce;Datum;Čas;Místo\nVečer šansonů;14. března 2027;19:30;Malý sál\n'],
  [
    'windows-1250',
    'Cím;Dátum;Időpont\nŐszi műsor a zöld teremben;2027. március 14.;19:30\nNői kórus;2027. június 1.;11 óra\n',
  ],
  ['windows-1250', 'Tytuł;Data;Godzina\nWieczór pieśni;14 marca 2027;19:30\nŻycie jest piękne;3 września 2027;20:00\n'],
  [
    'windows-1252',
    'Titel;Dato;Sted\nSøndagskoncert på Frederiksberg;14. marts 2027;Lille Sal\nÅben café;15. marts 2027;Foyer\n',
  ],
  ['windows-1252', 'Titre;Date;Lieu\nÀ côté du théâtre, très près;14 février 2027;Où ça\n'],
  ['windows-1252', 'Titolo;Data;Luogo\nPerché sì, però più là;14 marzo 2027;Città\n'],
  ['windows-1252', 'Título;Data;Local\nCanções e corações;14 de março de 2027;Salão\n'],
  ['windows-1251', 'Название;Дата;Место\nВечер музыки;14 марта 2027;Малый зал\n'],
  ['windows-1253', 'Εκδήλωση;Ημερομηνία;Χώρος\nΒραδιά μουσικής;14 Μαρτίου 2027;Μικρή σκηνή\n'],
  [
    'windows-1254',
    'Etkinlik;Tarih;Mekan\nŞarkı gecesi;14 Mart 2027;Küçük salon için\nÇocuk oyunu;15 Mart 2027;Büyük sahne\n',
  ],
  ['windows-1256', 'الفعالية,التاريخ,المكان\nحفل موسيقي,14/03/2027,القاعة الكبرى\n'],
  ['Big5', '節目名稱,日期,地點\n交響樂之夜,2027/03/14,音樂廳\n親子劇場,2027/03/15,小劇場\n'],
  ['GB18030', '活动名称,日期,地点\n春季音乐会,2027年3月14日,音乐厅\n儿童剧场,2027年3月15日,小剧场\n'],
])('%s: %s', (encoding, text) => {
  const { cells } = cutTable(iconv.encode(text, encoding));
  const delimiter = text.includes(';') ? ';' : ',';
  const expected = text
    .trim()
    .split('\n')
    .map((line) => line.split(delimiter));
  expect(cells.filter((row) => row.some((cell) => cell !== ''))).toEqual(expected);
});
