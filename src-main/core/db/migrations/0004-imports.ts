/** Version 4: the files that were imported, and what was chosen for files of one kind. */
export const imports = /* sql */ `
-- Size of the file as it was, in bytes; NULL where no copy was kept (data directory, originals/<sha256>.gz).
ALTER TABLE imports ADD COLUMN original_size INTEGER;
CREATE INDEX imports_by_file ON imports (file_sha256);

CREATE TABLE mapping_presets (
  id TEXT PRIMARY KEY,
  signature TEXT NOT NULL UNIQUE, -- of the header as it is read without any choice
  name TEXT NOT NULL,
  headers TEXT NOT NULL CHECK (json_valid(headers)),
  mapping TEXT NOT NULL CHECK (json_valid(mapping)), -- shared/calendar/mapping-document.ts
  used_at INTEGER NOT NULL -- ms since epoch
) STRICT, WITHOUT ROWID;
`;
