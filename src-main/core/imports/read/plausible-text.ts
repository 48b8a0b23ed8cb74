/**
 * How much a decoded text looks like something that people write, from about 1 (surely) downwards. Only characters
 * beyond ASCII are weighed: in the wrong code page letters become signs, capitals stand inside words, and alphabets mix.
 */
export function plausibility(text: string): number {
  const characters = [...text];
  let weighed = 0;
  let score = 0;
  let before: Before = { script: 'none', isLower: false };
  for (const [index, character] of characters.entries()) {
    const script = scriptOf(character);
    const isLower = LOWER.test(character);
    if (script !== 'ascii' && script !== 'none') {
      weighed += 1;
      const next = characters[index + 1] ?? '';
      const isAlone = before.script === 'none' && !LETTER.test(next);
      score += weigh(character, script, before, isAlone) - (isMixed(script, next) ? 2 : 0);
    }
    before = { script, isLower };
  }
  return weighed === 0 ? 0 : score / weighed - (mixesLanguages(text) ? MIXED_LANGUAGES : 0);
}

const MIXED_LANGUAGES = 0.5;
const LEAST_OF_EACH = 2;

/**
 * Letters that no language has together: Czech in the western code page looks like `bøezna` beside `Veèer šansonù`, and
 * Hungarian like `Õszi mûsor` beside `zöld`.
 */
function mixesLanguages(text: string): boolean {
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
  const graves = count(/[èìòùÈÌÒÙ]/g);
  // Danes and Norwegians, who may write an Italian name, also have these.
  const isNordic = count(/[åæÅÆ]/g) > 0;
  const isCzech = count(/[øØ]/g) > 0 && graves >= LEAST_OF_EACH && !isNordic;
  const isSlovak = count(/[šžŠŽ]/g) >= LEAST_OF_EACH && graves >= LEAST_OF_EACH;
  const isHungarian = count(/[õûÕÛ]/g) > 0 && count(/[öüÖÜ]/g) > 0 && count(/[áíóúÁÍÓÚ]/g) >= LEAST_OF_EACH;
  return isCzech || isSlovak || isHungarian;
}

/** A Cyrillic or Greek letter in front of a Latin one: no word mixes alphabets. */
function isMixed(script: Script, next: string): boolean {
  return (script === 'cyrillic' || script === 'greek') && ASCII_LETTER.test(next);
}

/** The character in front. */
type Before = { script: Script; isLower: boolean };

const ASCII_LETTER = /[A-Za-z]/;
const LOWER = /\p{Ll}/u;
const LETTER = /\p{L}/u;

type Script =
  | 'none'
  | 'ascii'
  | 'latin'
  | 'rareLatin'
  | 'cyrillic'
  | 'rareCyrillic'
  | 'kana'
  | 'halfKana'
  | 'hangul'
  | 'han'
  | 'rareHan'
  | 'typography'
  | 'sign'
  | 'broken'
  | 'greek'
  | 'otherAlphabet';

const COMMON_LATIN = /[äöüßÄÖÜéèêëàâáãåçñóòôõíìîïúùûýøæœÉÈÀÁÂÇÑÓÍÚÅØÆ]/;
const EASTERN_LATIN = /[ąćęłńóśźżĄĆĘŁŃŚŹŻčďěňřšťůžýČĎĚŇŘŠŤŮŽőűŐŰăâîșşțţĂÂÎȘŞȚŢđĐğıİĞ]/;
const LATIN = /\p{Script=Latin}/u;
const CYRILLIC = /[а-яА-ЯёЁіїєґІЇЄҐ]/;
const TYPOGRAPHY =
  /[„“”‚‘’–—…«»•€°·©®™№§\u00a0´¿¡ºª、。「」『』（）・～〜！？：；，【】《》％＆／＋－＝　△▽〇○●◎★☆※→①-⑳―ー]/;
const HAN = /[\u4e00-\u9fff]/;
const CAPITAL = /\p{Lu}/u;
/** Hebrew, Arabic and Thai have no capitals, and few texts mix them with others. */
const OTHER_ALPHABETS = /[\u05d0-\u05ea\u0621-\u064a\u0e01-\u0e5b]/;

function scriptOf(character: string): Script {
  const code = character.codePointAt(0) ?? 0;
  if (code < 128) return /[A-Za-z]/.test(character) ? 'ascii' : 'none';
  if (code === 0xfffd || (code >= 0x80 && code < 0xa0) || (code >= 0xe000 && code <= 0xf8ff)) return 'broken';
  if (TYPOGRAPHY.test(character)) return 'typography';
  if (COMMON_LATIN.test(character)) return 'latin';
  if (EASTERN_LATIN.test(character)) return 'rareLatin';
  if (CYRILLIC.test(character)) return 'cyrillic';
  if (code >= 0x3040 && code <= 0x30ff) return 'kana';
  if (code >= 0xff61 && code <= 0xff9f) return 'halfKana';
  if (code >= 0xac00 && code <= 0xd7a3) return 'hangul';
  if (HAN.test(character)) return 'han';
  if (code >= 0x0370 && code <= 0x03ff) return 'greek';
  if (OTHER_ALPHABETS.test(character)) return 'otherAlphabet';
  return LATIN.test(character) ? 'sign' : code >= 0x0400 && code <= 0x04ff ? 'rareCyrillic' : 'sign';
}

function weigh(character: string, script: Script, before: Before, isAlone: boolean): number {
  const isInsideWord = before.script === 'ascii' || before.script === 'latin' || before.script === 'rareLatin';
  const isCapitalInside = before.isLower && CAPITAL.test(character);
  switch (script) {
    case 'broken':
      return -4;
    case 'latin':
    case 'rareLatin':
      if (isCapitalInside) return -1;
      // A letter alone between delimiters is rarely a word.
      if (isAlone) return 0.3;
      return (
        (before.script === 'latin' || before.script === 'rareLatin' ? 0.75 : 1) - (script === 'rareLatin' ? 0.1 : 0)
      );
    case 'cyrillic':
      if (isInsideWord || isCapitalInside) return -1;
      return before.script === 'cyrillic' && CAPITAL.test(character) ? 0.6 : 1;
    case 'kana':
      return 1.1;
    case 'hangul':
      return before.script === 'hangul' || before.script === 'none' || before.script === 'typography' ? 1 : 0.4;
    case 'han':
      return isInsideWord || before.script === 'cyrillic' ? 0 : 0.8;
    case 'typography':
      return isInsideWord && character !== '’' ? 0.1 : 0.6;
    case 'otherAlphabet':
      return before.script === 'otherAlphabet' || before.script === 'none' ? 1 : -0.5;
    case 'greek':
      if (isCapitalInside) return -1;
      return before.script === 'greek' || before.script === 'none' ? 0.95 : -0.5;
    default:
      return -0.5;
  }
}
