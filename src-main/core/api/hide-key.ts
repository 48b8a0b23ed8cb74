/** Something this short is no key, and blacking it out would make every text unreadable. */
const SHORTEST_KEY = 8;

/** What stands where a key was. */
export const HIDDEN = '[key]';

/**
 * A function that blacks out an API key in text: as it is, percent-encoded (RFC 3986), and in base64 of either alphabet
 * (RFC 4648) at any place inside what was encoded, so also as part of `Bearer …` or `user:…`. A key shorter than eight
 * characters is left alone, and so is a part of a key.
 */
export function createKeyHider(key: string): (text: string) => string {
  if (key.length < SHORTEST_KEY) return (text) => text;
  const forms = [...new Set([key, encodeURIComponent(key), ...base64Forms(key)])];
  return (text) => forms.reduce((safe, form) => safe.replaceAll(form, HIDDEN), text);
}

/** Nothing that is read lies deeper; a hostile answer may be nested a million times. */
const MOST_LEVELS = 50;

/**
 * The same for every text inside JSON, names of fields too. The answer has the shape of what was given, with null in
 * place of what lies deeper than fifty levels.
 */
export function hideInJson(json: unknown, hide: (text: string) => string, levels = MOST_LEVELS): unknown {
  if (typeof json === 'string') return hide(json);
  if (typeof json !== 'object' || json === null) return json;
  if (levels === 0) return null;
  if (Array.isArray(json)) return json.map((item) => hideInJson(item, hide, levels - 1));
  // fromEntries defines and does not assign: a field that is called `__proto__` stays a field.
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [hide(name), hideInJson(value, hide, levels - 1)]),
  );
}

/** The characters of the base64 text that depend on the key alone, for each of the three places it can begin at. */
function base64Forms(key: string): string[] {
  const bytes = Buffer.from(key);
  return [0, 1, 2].flatMap((before) => {
    const padded = Buffer.concat([Buffer.alloc(before), bytes]);
    // Six bits to a character: those that share bits with what stands before or after are another text each time.
    const from = Math.ceil((before * 8) / 6);
    const to = Math.floor((padded.length * 8) / 6);
    return (['base64', 'base64url'] as const).map((alphabet) => padded.toString(alphabet).slice(from, to));
  });
}
