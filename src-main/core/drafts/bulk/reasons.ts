/** Why a draft is left out of a bulk change. Said to the person as it is. */
export const IN_TRASH = 'This is in the trash. Restore it first.';
export const NO_SUCH_DATE = 'The date would move out of the calendar. Choose fewer days.';
