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
