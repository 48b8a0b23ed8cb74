/** Drafts that were made by repeating one of them know each other; and what is the same at a venue is remembered. */
export const series = /* sql */ `
CREATE TABLE series (
  id TEXT PRIMARY KEY,
  pattern TEXT NOT NULL CHECK (json_valid(pattern)), -- shared/drafts/repeat.ts
  made_at INTEGER NOT NULL -- ms since epoch
) STRICT, WITHOUT ROWID;
ALTER TABLE drafts ADD COLUMN series_id TEXT REFERENCES series (id);
CREATE INDEX drafts_of_series ON drafts (series_id, start_local) WHERE series_id IS NOT NULL;

CREATE TABLE venue_presets (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  content TEXT NOT NULL CHECK (json_valid(content)) -- shared/drafts/venue-preset.ts
) STRICT, WITHOUT ROWID;
`;
