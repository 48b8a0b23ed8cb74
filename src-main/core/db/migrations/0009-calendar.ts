/** The days on which a draft stands, so that a calendar reads one month without walking all drafts. */
export const calendar = /* sql */ `
-- The last date on which a draft stands. A night belongs to the day that it begins on: an end until 06:00 does not reach
-- into the new day, except of all-day drafts, whose end names their last day. Without an end, or with one before the
-- start, it is the day of the start.
ALTER TABLE drafts ADD COLUMN last_day TEXT GENERATED ALWAYS AS (
  CASE
    WHEN fields ->> '$.startLocal' IS NULL THEN NULL
    WHEN fields ->> '$.endLocal' IS NULL OR fields ->> '$.endLocal' <= fields ->> '$.startLocal'
      THEN substr(fields ->> '$.startLocal', 1, 10)
    WHEN substr(fields ->> '$.endLocal', 12, 5) <= '06:00' AND NOT (fields ->> '$.allDay')
      THEN max(substr(fields ->> '$.startLocal', 1, 10), date(substr(fields ->> '$.endLocal', 1, 10), '-1 day'))
    ELSE substr(fields ->> '$.endLocal', 1, 10)
  END
) VIRTUAL;
-- With the last day in it, the index answers which days are taken without reading a draft.
DROP INDEX drafts_by_start;
CREATE INDEX drafts_by_start ON drafts (start_local, seq, last_day) WHERE deleted_at IS NULL;
-- Few drafts last longer than a week: those before a range that reach into it are looked for here, the others by start.
CREATE INDEX drafts_that_last ON drafts (last_day, start_local)
  WHERE deleted_at IS NULL AND last_day > date(substr(start_local, 1, 10), '+7 days');
`;
