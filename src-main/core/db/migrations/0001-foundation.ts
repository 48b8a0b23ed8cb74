/** Version 1: workspace, catalogue, drafts, imports, and the outbox with its ledger. */
export const foundation = /* sql */ `
-- Facts about this workspace: its id, the platform it is bound to, defaults.
CREATE TABLE workspace (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What the platform last told us, for offline use.
CREATE TABLE channels (id INTEGER PRIMARY KEY, name TEXT NOT NULL, slug TEXT NOT NULL) STRICT;
CREATE TABLE classifications (slug TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Places that the organizer has used: no look-up of places is documented, yet each event needs one.
CREATE TABLE places (
  place_id TEXT PRIMARY KEY,
  name TEXT,
  country_code TEXT,
  used_at INTEGER NOT NULL -- ms since epoch
) STRICT, WITHOUT ROWID;

CREATE TABLE imports (
  id TEXT PRIMARY KEY,
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  header_signature TEXT NOT NULL, -- the same for files of the same program
  counts TEXT NOT NULL CHECK (json_valid(counts)),
  imported_at INTEGER NOT NULL,
  undone_at INTEGER
) STRICT, WITHOUT ROWID;

-- 'fields' is the draft (shared/drafts/draft.ts); the generated columns exist for sorting, filters and search.
CREATE TABLE drafts (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  title TEXT GENERATED ALWAYS AS (fields ->> '$.title') VIRTUAL,
  start_local TEXT GENERATED ALWAYS AS (fields ->> '$.startLocal') VIRTUAL,
  location_name TEXT GENERATED ALWAYS AS (fields ->> '$.locationName') VIRTUAL,
  description TEXT GENERATED ALWAYS AS (fields ->> '$.description') VIRTUAL,
  ready INTEGER NOT NULL CHECK (ready IN (0, 1)), -- has all that publishing needs
  source_key TEXT UNIQUE, -- identity of the imported row; NULL for drafts made by hand
  source_id TEXT, -- the id that the file itself gave
  imported_fields TEXT CHECK (json_valid(imported_fields)), -- what the file last said, field by field
  import_id TEXT REFERENCES imports (id),
  operation_id TEXT REFERENCES operations (id), -- the newest operation; NULL when none counts
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE INDEX drafts_by_start ON drafts (start_local, seq) WHERE deleted_at IS NULL;
CREATE INDEX drafts_by_import ON drafts (import_id);

CREATE VIRTUAL TABLE drafts_search USING fts5 (
  title, location_name, description,
  content = 'drafts', content_rowid = 'seq',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
CREATE TRIGGER drafts_search_insert AFTER INSERT ON drafts BEGIN
  INSERT INTO drafts_search (rowid, title, location_name, description)
  VALUES (new.seq, new.title, new.location_name, new.description);
END;
CREATE TRIGGER drafts_search_update AFTER UPDATE OF fields ON drafts BEGIN
  INSERT INTO drafts_search (drafts_search, rowid, title, location_name, description)
  VALUES ('delete', old.seq, old.title, old.location_name, old.description);
  INSERT INTO drafts_search (rowid, title, location_name, description)
  VALUES (new.seq, new.title, new.location_name, new.description);
END;
CREATE TRIGGER drafts_search_delete AFTER DELETE ON drafts BEGIN
  INSERT INTO drafts_search (drafts_search, rowid, title, location_name, description)
  VALUES ('delete', old.seq, old.title, old.location_name, old.description);
END;

-- Which drafts a file speaks of, and what its import did to each, so that it can be taken back.
CREATE TABLE import_drafts (
  import_id TEXT NOT NULL REFERENCES imports (id),
  draft_id TEXT NOT NULL REFERENCES drafts (id),
  did TEXT NOT NULL CHECK (did IN ('created', 'changed', 'nothing')),
  before TEXT CHECK (json_valid(before)), -- fields and imported_fields before a change
  PRIMARY KEY (import_id, draft_id)
) STRICT, WITHOUT ROWID;

-- The outbox and, for ever, the ledger of what was published (shared/outbox/operation.ts).
CREATE TABLE operations (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  draft_id TEXT NOT NULL REFERENCES drafts (id),
  channel_id INTEGER NOT NULL,
  title TEXT NOT NULL,
  start_at TEXT NOT NULL, -- ISO 8601 with offset, as in the body
  idempotency_key TEXT NOT NULL UNIQUE,
  body BLOB NOT NULL, -- the exact bytes of the request, frozen
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'delivered', 'rejected', 'needsReview', 'cancelled')),
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  key_seen INTEGER NOT NULL DEFAULT 0 CHECK (key_seen IN (0, 1)), -- a request with this key may have left
  not_before INTEGER, -- ms since epoch
  first_uncertain_at INTEGER, -- when the first request that may have succeeded was about to leave
  key_mark TEXT, -- which API key that request carried: a short mark, from which no key can be told
  key_expired INTEGER NOT NULL DEFAULT 0 CHECK (key_expired IN (0, 1)), -- the key protects no longer: look before sending
  conflict_since INTEGER, -- first answer 409 in a row
  lease_token INTEGER NOT NULL DEFAULT 0, -- fencing: only the newest holder may finish
  lease_owner TEXT,
  lease_expires_at INTEGER,
  remote_id TEXT,
  error TEXT CHECK (json_valid(error)),
  queued_at INTEGER NOT NULL,
  finished_at INTEGER,
  CHECK (state <> 'sending' OR (first_uncertain_at IS NOT NULL AND lease_expires_at IS NOT NULL)),
  CHECK (state NOT IN ('delivered', 'rejected', 'cancelled') OR finished_at IS NOT NULL)
) STRICT;
-- At most one operation of a draft can be under way or done: the database itself refuses a second publication.
CREATE UNIQUE INDEX one_effect_per_draft ON operations (draft_id)
  WHERE state IN ('queued', 'sending', 'needsReview', 'delivered');
-- What may still hold a request open comes first, then the order of queuing.
CREATE INDEX operations_waiting ON operations (first_uncertain_at IS NULL, seq) WHERE state = 'queued';
CREATE INDEX operations_leased ON operations (lease_expires_at) WHERE state = 'sending';
CREATE INDEX operations_by_state ON operations (state, seq);
CREATE INDEX operations_delivered ON operations (channel_id, title, start_at) WHERE state = 'delivered';
-- Not unique: a platform that forgot (practice without a journal) hands out the same ids again.
CREATE INDEX operations_remote ON operations (remote_id) WHERE remote_id IS NOT NULL;

-- One line for each attempt: no payloads, no keys.
CREATE TABLE attempts (
  operation_id TEXT NOT NULL REFERENCES operations (id),
  started_at INTEGER NOT NULL,
  lease_token INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('send', 'reconcile')),
  finished_at INTEGER, -- NULL: the sender died before it could write the outcome
  outcome TEXT,
  status INTEGER, -- HTTP
  request_id TEXT,
  PRIMARY KEY (operation_id, lease_token)
) STRICT, WITHOUT ROWID;

-- One lane per API key. Everything that holds it back is here, so that a restart forgets nothing.
CREATE TABLE lanes (
  id TEXT PRIMARY KEY,
  paused_by_person INTEGER NOT NULL DEFAULT 0 CHECK (paused_by_person IN (0, 1)),
  blocked_reason TEXT,
  blocked_message TEXT,
  paused_until INTEGER,
  pause_ms INTEGER, -- length of that pause: bounds it when the clock is set back
  pause_reason TEXT,
  offline_since INTEGER,
  probe_at INTEGER,
  failures_in_a_row INTEGER NOT NULL DEFAULT 0,
  clock_seen INTEGER NOT NULL DEFAULT 0 -- latest wall clock seen: shows a clock that was set back
) STRICT, WITHOUT ROWID;

-- Channels that the key may not use, or that are gone: their operations wait, the others go on.
CREATE TABLE channel_holds (
  channel_id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  since INTEGER NOT NULL
) STRICT;
`;
