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
  seen_document TEXT, -- the one that a person has seen: what differs is news
  -- Worked out when the document is read, because every batch and every claim needs them.
  fields TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(fields)), -- of the body that creates an event
  stop TEXT CHECK (json_valid(stop)), -- why every event would be refused, a list of sentences, or NULL
  overruled TEXT -- the stop that a person does not want to wait for
) STRICT;

CREATE TABLE deprecation_notices (
  route TEXT PRIMARY KEY,
  since_ms INTEGER,
  sunset_ms INTEGER
) STRICT, WITHOUT ROWID;
`;
