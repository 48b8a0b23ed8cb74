import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeWhole } from './decode-whole.ts';

const german = 'Datum;Titel;Ort\n03.05.2027;Frühlingskonzert;Café\n04.05.2027;Müßiggang – „Lesung“;Saal\n';

describe('decoding', () => {
  it.each<[string, string]>([
    ['UTF-8', german],
    ['windows-1252', german],
    ['windows-1252', 'date,titre\n2027-05-03,Soirée d’été\n'],
    ['windows-1252', 'fecha;título\n03/05/2027;Año nuevo: ¿qué?\n'],
    ['windows-1252', 'data,título\n2027-05-03,Apresentação da canção\n'],
    ['windows-1250', 'data;tytuł\n2027-05-03;Święto wiosny – źródło\n'],
    ['windows-1250', 'datum;název\n3.5.2027;Příliš žluťoučký kůň\n'],
    ['ISO-8859-2', 'data;tytuł\n2027-05-03;Święto wiosny, źródło\n'],
    ['ISO-8859-15', 'Datum;Titel\n03.05.2027;Frühling für 5 €\n'],
    ['macintosh', 'Datum;Titel\n03.05.2027;Frühlingskonzert für Käthe\n'],
    ['windows-1251', 'Дата;Название\n03.05.2027;Весенний концерт\n'],
    ['windows-1251', 'Дата;Назва\n03.05.2027;Вечір української пісні\n'],
    ['KOI8-R', 'Дата;Название\n03.05.2027;Весенний концерт\n'],
    ['Shift_JIS', '日付,タイトル\n2027年5月3日,春の音楽会\n'],
    ['EUC-JP', '日付,タイトル\n2027年5月3日,春の音楽会\n'],
    ['GB18030', '日期,标题\n2027-05-03,春季音乐会\n'],
    ['Big5', '日期,標題\n2027-05-03,春季音樂會\n'],
    ['EUC-KR', '날짜,제목\n2027-05-03,봄 음악회\n'],
    ['UTF-16LE', 'date,title\n2027-05-03,Été\n'],
    ['UTF-16BE', '日付,タイトル\n2027-05-03,春の音楽会\n'],
  ])('detects %s without a byte order mark', (encoding, text) => {
    expect(decodeWhole(iconv.encode(text, encoding)).text).toBe(text);
  });

  it.each(['UTF-8', 'UTF-16LE', 'UTF-16BE', 'UTF-32LE'])(
    'obeys the byte order mark of %s, and drops it',
    (encoding) => {
      expect(decodeWhole(iconv.encode(german, encoding, { addBOM: true }))).toEqual({
        text: german,
        encoding,
        issues: [],
      });
    },
  );

  it('looks at the whole file, not only its beginning', () => {
    const text = `title,date\n${'Plain concert,2027-05-03\n'.repeat(50_000)}Frühling,2027-05-04\n`;
    expect(decodeWhole(iconv.encode(text, 'windows-1252')).text).toBe(text);
    expect(decodeWhole(Buffer.from(text))).toMatchObject({ encoding: 'UTF-8' });
  });

  it('obeys an override, and says what it could not decode', () => {
    const bytes = iconv.encode(german, 'windows-1252');
    expect(decodeWhole(bytes, 'UTF-8').issues).toMatchObject([{ code: 'undecodable_bytes' }]);
    expect(() => decodeWhole(bytes, 'klingon')).toThrow(/not an encoding/);
  });

  it('leaves zero bytes out, and says so', () => {
    const decoded = decodeWhole(Buffer.from('title,date\nA\0B,2027-05-03\n'));
    expect(decoded.text).toBe('title,date\nAB,2027-05-03\n');
    expect(decoded.issues).toMatchObject([{ code: 'nul_bytes' }]);
  });
});
