import type { Entry } from './calendar-events.ts';
import { first, text } from './properties.ts';

/**
 * The events that a newer version in the same file takes the place of: same UID and same date of its series, a lower
 * SEQUENCE, or the same one and an older stamp (RFC 5546 §2.1.5). Programs that give one UID to all of their events
 * give them no higher SEQUENCE, so that events that merely share an id stay: without one, title or start must agree.
 * Returns the newer one by the line of the older.
 */
export function supersededBy(entries: readonly Entry[]): Map<number, Entry> {
  const newest = new Map<string, Entry[]>();
  const older = new Map<number, Entry>();
  for (const entry of entries) {
    if (entry.component.name !== 'VEVENT' || entry.uid === '' || entry.component.ending === 'cut_off') continue;
    const key = JSON.stringify([entry.uid, first(entry.component, 'RECURRENCE-ID')?.value.trim() ?? null]);
    const versions = newest.get(key) ?? [];
    const index = versions.findIndex((each) => isNewer(entry, each) || isNewer(each, entry));
    const other = versions[index];
    if (other === undefined) versions.push(entry);
    else if (isNewer(entry, other)) {
      older.set(other.component.line, entry);
      versions[index] = entry;
    } else older.set(entry.component.line, other);
    newest.set(key, versions);
  }
  return older;
}

function isNewer(a: Entry, b: Entry): boolean {
  const bySequence = sequenceOf(a) - sequenceOf(b);
  if (bySequence !== 0) return bySequence > 0;
  return stampOf(a) > stampOf(b) && agree(a, b);
}

function agree(a: Entry, b: Entry): boolean {
  const start = (entry: Entry) => first(entry.component, 'DTSTART')?.value.trim() ?? '';
  return text(a.component, 'SUMMARY') === text(b.component, 'SUMMARY') || start(a) === start(b);
}

function sequenceOf({ component }: Entry): number {
  const value = text(component, 'SEQUENCE');
  return /^\d{1,9}$/.test(value) ? Number(value) : 0;
}

/** `20260601T120000Z`: these texts are in the order of time. */
function stampOf({ component }: Entry): string {
  return text(component, 'LAST-MODIFIED', 'DTSTAMP');
}
