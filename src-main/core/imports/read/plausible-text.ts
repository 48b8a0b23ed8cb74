/**
 * How much a decoded text looks like something that people write, from about 1 (surely) downwards. Only characters
 * beyond ASCII are weighed: in the wrong code page letters become signs, capitals stand inside words, and alphabets mix.
 */
export function plausibility(text: string): number {
  let weighed = 0;
  let score = 0;
  let before: Script = 'none';
  for (const character of text) {
    const script = scriptOf(character);
    if (script !== 'ascii' && script !== 'none') {
      weighed += 1;
      score += weigh(character, script, before);
    }
    before = character >= 'a' && character <= 'z' ? 'lower' : script;
  }
  return weighed === 0 ? 0 : score / weighed;
}

type Script = 'none' | 'ascii' | 'lower' | 'latin' | 'rareLatin' | 'cyrillic' | 'rareCyrillic' | 'kana' | 'halfKana' | 'hangul' | 'han' | 'rareHan' | 'typography' | 'sign' | 'broken' | 'greek';

const COMMON_LATIN = /[äöüßÄÖÜéèêëàâáãåçñóòôõíìîïúùûýøæœÉÈÀÁÂÇÑÓÍÚÅØÆ]/;
const EASTERN_LATIN = /[ąćęłńóśźżĄĆĘŁŃŚŹŻčďěňřšťůžýČĎĚŇŘŠŤŮŽőűŐŰăâîșşțţĂÂÎȘŞȚŢđĐğıİĞ]/;
const LATIN = /\p{Script=Latin}/u;
const CYRILLIC = /[а-яА-ЯёЁіїєґІЇЄҐ]/;
const TYPOGRAPHY = /[„“”‚‘’–—…«»•€°·©®™№§\u00a0´¿¡ºª、。「」『』（）・～〜！？：；，【】《》％＆／＋－＝　△▽〇○●◎★☆※→①-⑳―ー]/;
const HAN = /[\u4e00-\u9fff]/;
const CAPITAL = /\p{Lu}/u;

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
  return LATIN.test(character) ? 'sign' : code >= 0x0400 && code <= 0x04ff ? 'rareCyrillic' : 'sign';
}

function weigh(character: string, script: Script, before: Script): number {
  const isInsideWord = before === 'lower' || before === 'latin' || before === 'rareLatin';
  switch (script) {
    case 'broken':
      return -4;
    case 'latin':
      return before === 'lower' && CAPITAL.test(character) ? -1 : before === 'latin' ? 0.3 : 1;
    case 'rareLatin':
      return before === 'lower' && CAPITAL.test(character) ? -1 : 0.9;
    case 'cyrillic':
      if (isInsideWord) return -1;
      return before === 'cyrillic' ? (CAPITAL.test(character) ? 0.3 : 1) : 0.8;
    case 'kana':
      return 1.1;
    case 'hangul':
      return before === 'hangul' || before === 'none' || before === 'typography' ? 1 : 0.4;
    case 'han':
      return before === 'han' || before === 'kana' || before === 'none' || before === 'typography' ? 0.8 : 0;
    case 'typography':
      return isInsideWord && character !== '’' ? 0.1 : 0.6;
    case 'greek':
      return before === 'greek' || before === 'none' ? 0.7 : -0.5;
    default:
      return -0.5;
  }
}
