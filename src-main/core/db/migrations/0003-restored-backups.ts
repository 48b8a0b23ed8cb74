/** Version 3: after a restored backup, the platform's own list tells what was published that the backup does not know. */
export const restoredBackups = /* sql */ `
-- The list as it was when it was read once after the restore; what it did not say is NULL.
CREATE TABLE remote_events (
  remote_id TEXT PRIMARY KEY,
  channel_id INTEGER,
  title TEXT, -- without white space around it
  start_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX remote_events_by_title ON remote_events (title);
CREATE INDEX drafts_maybe_published ON drafts (seq) WHERE maybe_published = 1;
`;
