import { czech, hungarian, romanian, slovak } from './names/central-european.ts';
import { chinese, thai } from './names/chinese-thai.ts';
import { japanese, korean } from './names/east-asian.ts';
import { arabic, greek, hebrew, turkish } from './names/eastern-mediterranean.ts';
import { english } from './names/en.ts';
import { dutch, german } from './names/germanic.ts';
import type { HeaderNames } from './names/header-names.ts';
import { danishNorwegian, finnish, swedish } from './names/nordic.ts';
import { french, italian, portuguese, spanish } from './names/romance.ts';
import { polish, russian, ukrainian } from './names/slavic.ts';

export const languages: Record<string, HeaderNames> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  it: italian,
  nl: dutch,
  pt: portuguese,
  pl: polish,
  ru: russian,
  uk: ukrainian,
  ja: japanese,
  ko: korean,
  zh: chinese,
  sv: swedish,
  da: danishNorwegian,
  fi: finnish,
  cs: czech,
  sk: slovak,
  hu: hungarian,
  ro: romanian,
  el: greek,
  tr: turkish,
  ar: arabic,
  he: hebrew,
  th: thai,
};

/** The English name of a language, for reasons that people read. */
export const languageNames: Record<string, string> = {
  en: 'English',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  it: 'Italian',
  nl: 'Dutch',
  pt: 'Portuguese',
  pl: 'Polish',
  ru: 'Russian',
  uk: 'Ukrainian',
  ja: 'Japanese',
  ko: 'Korean',
  zh: 'Chinese',
  sv: 'Swedish',
  da: 'Danish or Norwegian',
  fi: 'Finnish',
  cs: 'Czech',
  sk: 'Slovak',
  hu: 'Hungarian',
  ro: 'Romanian',
  el: 'Greek',
  tr: 'Turkish',
  ar: 'Arabic',
  he: 'Hebrew',
  th: 'Thai',
};
