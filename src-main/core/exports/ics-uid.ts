/** A name that RFC 2606 keeps from ever being a host: the ids of drafts are unique without one. */
const HOST = '@organizer.invalid';

/** The UID of a draft in an iCalendar file. It stays the same in every export, so that calendars update the event. */
export function uidOfDraft(draftId: string): string {
  return `${draftId}${HOST}`;
}

/** The draft that a UID of our own export names, or null for any other UID. */
export function draftIdOfUid(uid: string): string | null {
  return uid.endsWith(HOST) ? uid.slice(0, -HOST.length) : null;
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * The draft that an id of a file may name: the UID of our iCalendar export, or the id of a draft itself, as our CSV
 * export has it where the draft came from no file. Null for any other id.
 */
export function draftIdOf(sourceId: string): string | null {
  return draftIdOfUid(sourceId) ?? (UUID.test(sourceId) ? sourceId : null);
}
