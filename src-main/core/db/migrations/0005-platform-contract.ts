/** Version 5: the platform's own OpenAPI document, as it was read last, and what its answers say of their end. */
export const platformContract = /* sql */ `
CREATE TABLE platform_contract (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  tried_at INTEGER NOT NULL, -- the last attempt, ms since 1970
  trouble TEXT, -- why it gave nothing, or NULL
  read_at INTEGER, -- when the document was last read or confirmed, or NULL
  etag TEXT,
  last_modified TEXT,
  document TEXT,
  sent_extra_fields TEXT NOT NULL DEFAULT '[]' -- JSON; read for each body that is frozen, so not worked out there
) STRICT;

CREATE TABLE deprecation_notices (
  route TEXT PRIMARY KEY,
  since_ms INTEGER,
  sunset_ms INTEGER
) STRICT, WITHOUT ROWID;
`;
