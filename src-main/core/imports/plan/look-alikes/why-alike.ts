import { compactName, nameWords } from '#shared/calendar/text/fold.ts';

type Event = { title: string; startLocal: string; locationName: string };

/** So much of the shorter title stands in the other one. */
const SHARED_WORDS = 0.6;

/** Why two events of one day may be one and the same, as a sentence; null when nothing speaks for it. */
export function whyAlike(row: Event, draft: Event): string | null {
  const named = `“${draft.title.slice(0, 100)}”`;
  const sameTitle = compactName(row.title) === compactName(draft.title);
  const sameStart = row.startLocal === draft.startLocal;
  const time = draft.startLocal.slice(11, 16);
  if (sameTitle && sameStart) return `${named} is there already at that time, at another venue or under another id.`;
  if (sameTitle) return `${named} is there already on that day, at ${time}.`;
  if (sameStart && sharesWords(row.title, draft.title)) return `${named} is there already and begins at the same time.`;
  return null;
}

/** Words of the titles that are the same, by the shorter one. Words of one or two letters tell nothing. */
function sharesWords(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared > 0 && shared >= Math.min(one.size, other.size) * SHARED_WORDS;
}

function wordsOf(title: string): Set<string> {
  return new Set(nameWords(title).filter((word) => word.length > 2));
}
