/** The journal of what the person did to drafts, for undo and redo (docs/decisions/0014-undo-journal.md). */
export const history = /* sql */ `
-- The trash, what went last first; and what has to be taken out with a draft that is deleted for good.
CREATE INDEX drafts_in_trash ON drafts (deleted_at DESC, seq) WHERE deleted_at IS NOT NULL;
CREATE INDEX import_drafts_by_draft ON import_drafts (draft_id);

CREATE TABLE history_steps (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL, -- shared/history/step.ts
  -- 'spent': can be taken back no more, but what it did to single drafts still counts for the steps before it
  state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'spent')),
  at INTEGER NOT NULL, -- ms since epoch
  drafts INTEGER NOT NULL DEFAULT 0, -- how many it concerns
  fields TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(fields)), -- which fields it gave another value, where it has a word for them
  days INTEGER NOT NULL DEFAULT 0, -- by how many days it moved
  import_id TEXT,
  undone_turn INTEGER -- what was undone last is redone first
) STRICT;

-- One row for each draft of a step. It holds the side that is not in 'drafts': what was before while the step counts,
-- what came after while it is undone. NULL in 'fields' and 'imported_fields': the step leaves that alone.
CREATE TABLE history_entries (
  step INTEGER NOT NULL REFERENCES history_steps (seq) ON DELETE CASCADE,
  draft INTEGER NOT NULL, -- drafts.seq
  made INTEGER NOT NULL DEFAULT 0 CHECK (made IN (0, 1)), -- there was no draft before
  done INTEGER NOT NULL DEFAULT 1 CHECK (done IN (0, 1)),
  fields TEXT,
  imported_fields TEXT, -- JSON; 'null' where the draft has none
  source_key TEXT,
  deleted_at INTEGER,
  PRIMARY KEY (step, draft)
) STRICT, WITHOUT ROWID;
CREATE INDEX history_of_draft ON history_entries (draft, step);
CREATE INDEX history_undone ON history_entries (step) WHERE done = 0;

-- The step that is being made, undone or redone; NULL between transactions. Without one no draft can be changed: the
-- triggers below refuse it, so that nothing a person does is left out of the journal.
CREATE TABLE history_now (one INTEGER PRIMARY KEY CHECK (one = 1), step INTEGER) STRICT;
INSERT INTO history_now VALUES (1, NULL);

CREATE TRIGGER drafts_history_insert AFTER INSERT ON drafts BEGIN
  INSERT INTO history_entries (step, draft, made) VALUES ((SELECT step FROM history_now), new.seq, 1);
END;
CREATE TRIGGER drafts_history_update AFTER UPDATE OF fields, imported_fields, source_key, deleted_at ON drafts
WHEN old.fields IS NOT new.fields OR old.imported_fields IS NOT new.imported_fields
  OR old.source_key IS NOT new.source_key OR old.deleted_at IS NOT new.deleted_at
BEGIN
  INSERT INTO history_entries (step, draft, fields, imported_fields, source_key, deleted_at)
  VALUES (
    (SELECT step FROM history_now), old.seq,
    CASE WHEN old.fields IS NOT new.fields THEN old.fields END,
    CASE WHEN old.imported_fields IS NOT new.imported_fields THEN coalesce(old.imported_fields, 'null') END,
    old.source_key, old.deleted_at
  )
  -- What a draft was before its step is what it was before the first change of that step.
  ON CONFLICT (step, draft) DO UPDATE SET
    fields = coalesce(fields, excluded.fields), imported_fields = coalesce(imported_fields, excluded.imported_fields)
  WHERE made = 0;
END;
CREATE TRIGGER drafts_history_delete AFTER DELETE ON drafts BEGIN
  DELETE FROM history_entries WHERE draft = old.seq;
END;
`;
