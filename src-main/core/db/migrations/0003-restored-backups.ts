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

-- A row that is imported once more after a restore may well have been published before it. In the database itself, so
-- that no way to make a draft forgets it (outbox/after-restore/restored.ts writes the two settings).
CREATE TRIGGER drafts_after_restore AFTER INSERT ON drafts
WHEN EXISTS (SELECT 1 FROM workspace WHERE name = 'restored_at')
  AND NOT EXISTS (SELECT 1 FROM workspace WHERE name = 'restore_settled_at')
BEGIN
  UPDATE drafts SET maybe_published = 1 WHERE seq = new.seq;
END;
`;
