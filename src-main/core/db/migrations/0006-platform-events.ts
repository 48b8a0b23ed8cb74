/** The organizer's events as the platform lists them, with what is otherwise there than it was sent. */
export const platformEvents = /* sql */ `
CREATE TABLE platform_events (
  remote_id TEXT PRIMARY KEY,
  channel_id INTEGER,
  title TEXT,
  start_ms INTEGER, -- ms since 1970; NULL when it is not said
  doc TEXT NOT NULL CHECK (json_valid(doc)), -- the fields that this app understands
  differences TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(differences)),
  read_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX platform_events_by_start ON platform_events (start_ms, channel_id);
`;
