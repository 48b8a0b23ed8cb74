/**
 * Names that the tz database keeps only as links to a newer name (its file `backward`), old name first. Programs still
 * write them, and some JavaScript engines even prefer them, so the engine's own canonical form is no help.
 */
const links = `
Africa/Asmera Africa/Asmara
America/Buenos_Aires America/Argentina/Buenos_Aires
America/Catamarca America/Argentina/Catamarca
America/Cordoba America/Argentina/Cordoba
America/Jujuy America/Argentina/Jujuy
America/Mendoza America/Argentina/Mendoza
America/Rosario America/Argentina/Cordoba
America/Atka America/Adak
America/Ensenada America/Tijuana
America/Fort_Wayne America/Indiana/Indianapolis
America/Indianapolis America/Indiana/Indianapolis
America/Knox_IN America/Indiana/Knox
America/Louisville America/Kentucky/Louisville
America/Godthab America/Nuuk
America/Montreal America/Toronto
America/Porto_Acre America/Rio_Branco
America/Santa_Isabel America/Tijuana
America/Shiprock America/Denver
America/Virgin America/St_Thomas
Asia/Ashkhabad Asia/Ashgabat
Asia/Calcutta Asia/Kolkata
Asia/Chongqing Asia/Shanghai
Asia/Chungking Asia/Shanghai
Asia/Harbin Asia/Shanghai
Asia/Dacca Asia/Dhaka
Asia/Istanbul Europe/Istanbul
Asia/Kashgar Asia/Urumqi
Asia/Katmandu Asia/Kathmandu
Asia/Macao Asia/Macau
Asia/Rangoon Asia/Yangon
Asia/Saigon Asia/Ho_Chi_Minh
Asia/Tel_Aviv Asia/Jerusalem
Asia/Thimbu Asia/Thimphu
Asia/Ujung_Pandang Asia/Makassar
Asia/Ulan_Bator Asia/Ulaanbaatar
Atlantic/Faeroe Atlantic/Faroe
Australia/ACT Australia/Sydney
Australia/Canberra Australia/Sydney
Australia/NSW Australia/Sydney
Australia/LHI Australia/Lord_Howe
Australia/North Australia/Darwin
Australia/Queensland Australia/Brisbane
Australia/South Australia/Adelaide
Australia/Tasmania Australia/Hobart
Australia/Victoria Australia/Melbourne
Australia/West Australia/Perth
Australia/Yancowinna Australia/Broken_Hill
Brazil/Acre America/Rio_Branco
Brazil/DeNoronha America/Noronha
Brazil/East America/Sao_Paulo
Brazil/West America/Manaus
Canada/Atlantic America/Halifax
Canada/Central America/Winnipeg
Canada/Eastern America/Toronto
Canada/Mountain America/Edmonton
Canada/Newfoundland America/St_Johns
Canada/Pacific America/Vancouver
Canada/Saskatchewan America/Regina
Canada/Yukon America/Whitehorse
Chile/Continental America/Santiago
Chile/EasterIsland Pacific/Easter
Cuba America/Havana
Egypt Africa/Cairo
Eire Europe/Dublin
Europe/Belfast Europe/London
Europe/Kiev Europe/Kyiv
Europe/Tiraspol Europe/Chisinau
Europe/Uzhgorod Europe/Kyiv
Europe/Zaporozhye Europe/Kyiv
GB Europe/London
GB-Eire Europe/London
Hongkong Asia/Hong_Kong
Iceland Atlantic/Reykjavik
Iran Asia/Tehran
Israel Asia/Jerusalem
Jamaica America/Jamaica
Japan Asia/Tokyo
Libya Africa/Tripoli
Mexico/BajaNorte America/Tijuana
Mexico/BajaSur America/Mazatlan
Mexico/General America/Mexico_City
NZ Pacific/Auckland
NZ-CHAT Pacific/Chatham
Navajo America/Denver
PRC Asia/Shanghai
Pacific/Enderbury Pacific/Kanton
Pacific/Ponape Pacific/Pohnpei
Pacific/Samoa Pacific/Pago_Pago
Pacific/Truk Pacific/Chuuk
Pacific/Yap Pacific/Chuuk
Poland Europe/Warsaw
Portugal Europe/Lisbon
ROC Asia/Taipei
ROK Asia/Seoul
Singapore Asia/Singapore
Turkey Europe/Istanbul
US/Alaska America/Anchorage
US/Aleutian America/Adak
US/Arizona America/Phoenix
US/Central America/Chicago
US/East-Indiana America/Indiana/Indianapolis
US/Eastern America/New_York
US/Hawaii Pacific/Honolulu
US/Indiana-Starke America/Indiana/Knox
US/Michigan America/Detroit
US/Mountain America/Denver
US/Pacific America/Los_Angeles
US/Samoa Pacific/Pago_Pago
W-SU Europe/Moscow
Etc/UTC UTC
Etc/GMT UTC
Etc/UCT UTC
Etc/Universal UTC
Etc/Zulu UTC
Etc/Greenwich UTC
GMT UTC
GMT0 UTC
Greenwich UTC
UCT UTC
Universal UTC
Zulu UTC
Z UTC`;

/** Today's name by the old one, the old one in lower case. */
export const currentNames: ReadonlyMap<string, string> = new Map(
  links
    .trim()
    .split('\n')
    .map((line) => {
      const [old = '', current = ''] = line.split(' ');
      return [old.toLowerCase(), current];
    }),
);
