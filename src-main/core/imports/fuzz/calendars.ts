/** Small calendars of our own, each with quirks of one kind of program; what the fuzz test mutates. */
export const calendars: Record<string, string> = {
  plain:
    'Title,Start,End,Venue,Description,Category,Price,URL\r\nJazz,2027-06-01 20:00,2027-06-01 23:00,Bar,Trio,music,12 €,https://example.org/1\r\nFilm,2027-06-02 20:00,,Hall,"Silent, with piano",film,free,https://example.org/2\r\nOpera,2027-06-03 19:30,2027-06-04 00:30,Hall,"Two\nlines",music,10/8,\r\n',
  german:
    'Spielplan 2026/27;;;;\nDatum;Uhrzeit;Veranstaltung;Ort;Eintritt\n03.05.2027;20 Uhr;Käse & Wein;Saal;12,50 €\nFr, 07.05.2027;ab 19.30 Uhr;Tanz in den Mai;Garten;frei\n;22:00;Nachtprogramm;Keller;\n\nJuni;;;;\n12.06.2027;14:00 / 20:00;Theater;Saal;8 €\n',
  tabs: 'id\tdate\tdoors\tshow\tartist\troom\n1\t3/14/2027\t7pm\t8pm\tThe Nulls\tA\n2\t3/21/2027\t7:30 pm\t8:30 pm\tA “Quoted” Band\tB\n3\t11/7/2027\t1:30 am\t2:30 am\tNight\tA\n',
  bars: '|What|When|Where|\n|Yoga|5 May 2027 9-10am|Studio|\n|Yoga|12 May 2027 9-10am|Studio|\n|Talk|19 May 2027 6p-8p|Hall|\n',
  google:
    'Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description,Location,Private\nFair,05/01/2027,,05/02/2027,,TRUE,Weekend,Park,FALSE\nClub,05/03/2027,11:00 PM,05/04/2027,2:00 AM,FALSE,,Bar,FALSE\n',
  japanese:
    '公演日,開演,演目,会場\n2027年5月3日(月),18:30,第九,大ホール\n2027年5月4日(火),午後7時,落語,小ホール\n令和9年5月5日,25:30,映画,小ホール\n',
  russian:
    'Дата;Время;Название;Место\n3 мая 2027;19:00;Концерт;Зал\n4 мая 2027;с 12 до 18;Выставка;Музей\nпт 7 мая;20:00;Спектакль;Сцена\n',
  headless: 'Jazz,2027-06-01,20:00,Bar\nFilm,2027-06-02,20:00,Hall\nOpera,2027-06-03,19:30,Hall\n',
  office:
    ',,,\nProgramme of the Old Mill,,,\n,,,\nDay,Time,Event,Room\nMonday 7 June 2027,,,\n,19:00,Choir,Hall\n,20:30,Reading,Library\n,,and signing,\nTuesday 8 June 2027,,,\n,TBA,Surprise,Hall\n,,,\nTotal,3,,\n',
  serials: 'Name,Date,Time\nA,46510,0.8333333\nB,46511.75,\nC,1812312000,\nD,2027-W23-1,12 noon\n',
};

/** The same as iCalendar: single events, a series with exceptions, whole days, a cancelled one, folded text. */
export const icsCalendars: Record<string, string> = {
  series: ics(
    'BEGIN:VEVENT\nUID:a\nSUMMARY:Choir\nDTSTART;TZID=Europe/Berlin:20270607T200000\nDURATION:PT2H\nRRULE:FREQ=WEEKLY;COUNT=6\nEXDATE;TZID=Europe/Berlin:20270621T200000\nEND:VEVENT',
    'BEGIN:VEVENT\nUID:a\nSUMMARY:Choir, moved\nRECURRENCE-ID;TZID=Europe/Berlin:20270614T200000\nDTSTART;TZID=Europe/Berlin:20270615T190000\nEND:VEVENT',
  ),
  single: ics(
    'BEGIN:VEVENT\nUID:b\nSUMMARY:Fair\nDTSTART;VALUE=DATE:20270601\nDTEND;VALUE=DATE:20270604\nLOCATION:Park\\, north\nDESCRIPTION:A long\n  text\nEND:VEVENT',
    'BEGIN:VEVENT\nUID:c\nSUMMARY:Club\nDTSTART:20270601T210000Z\nDTEND:20270602T020000Z\nURL:https://example.org/c\nEND:VEVENT',
    'BEGIN:VEVENT\nUID:d\nSUMMARY:Off\nSTATUS:CANCELLED\nDTSTART:20270605T210000Z\nEND:VEVENT',
    'BEGIN:VEVENT\nSUMMARY:No date\nEND:VEVENT',
  ),
};

function ics(...events: string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\n').replaceAll('\n', '\r\n');
}

/** What changes the meaning of an iCalendar file when it stands somewhere else. */
export const icsPieces = [
  'BEGIN:VEVENT',
  'END:VEVENT',
  'END:VCALENDAR',
  'BEGIN:VALARM\r\n',
  '\r\n ',
  'UID:a\r\n',
  'RRULE:FREQ=SECONDLY\r\n',
  'RDATE:19000101,21991231T235959Z\r\n',
  'DTSTART:99991231\r\n',
  'DURATION:P99999W\r\n',
  ';TZID=Nowhere',
];

/** What changes the meaning of a table when it stands somewhere else. */
export const pieces = [
  '"',
  '""',
  "'",
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r',
  '\r\n',
  '\n\n\n',
  '\0',
  '\ufeff',
  '\u2028',
  '\u202e',
  'é',
  'ß',
  '漢字',
  '=1+1',
  '-',
  '@x',
  '__proto__',
  'constructor',
  'toString',
  '#REF!',
  'Title',
  'Date',
  '31.02.2027',
  '2027-03-14T02:30',
  '99/99/9999',
  '24:00',
  '8p-?',
  '1e309',
  'NaN',
  '\ud800',
  'x'.repeat(5_000),
  ','.repeat(200),
  '"\n'.repeat(20),
];
